import { Link } from "../ui/Link";
import { Message } from "../ui/Message";

/** Stands where a process would that is only on a server which does not answer. */
export function UnreachableScreen() {
  return (
    <Message title="The server cannot be reached">
      <p>This browser has no copy of the process. It opens by itself once the server answers.</p>
      <Link href="/">See all processes</Link>
    </Message>
  );
}
