import { lazy, Suspense } from "react";
import { Failure } from "./Failure";
import { Message } from "./Message";
import { Link } from "./state/Link";
import { usePlace } from "./state/router";

const HomeScreen = lazy(() => import("./home/HomeScreen"));
const EditorScreen = lazy(() => import("./editor/EditorScreen"));

/** The screen for the place that the address names; each is loaded when it is first shown. */
export function App() {
  const place = usePlace();
  return (
    <Failure what="This page">
      <Suspense fallback={<Message title="Loading …" quiet />}>
        {place.screen === "home" && <HomeScreen />}
        {place.screen === "process" && <EditorScreen key={place.id} id={place.id} />}
        {place.screen === "nowhere" && (
          <Message title="There is no such page">
            <Link href="/">See all processes</Link>
          </Message>
        )}
      </Suspense>
    </Failure>
  );
}
