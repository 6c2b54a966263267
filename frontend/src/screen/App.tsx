import { Suspense, useEffect } from "react";
import { Failure } from "../ui/Failure";
import { Link } from "../ui/Link";
import { lazyAhead, loadAhead } from "../ui/lazyAhead";
import { Message } from "../ui/Message";
import { usePlace } from "../ui/router";

const HomeScreen = lazyAhead(() => import("../home/HomeScreen"));
const EditorScreen = lazyAhead(() => import("./EditorScreen"));

/** The screen for the place that the address names; the others are loaded soon after it. */
export function App() {
  const place = usePlace();
  useEffect(loadAhead, []);
  return (
    <Failure key={place.screen} what="This page">
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
