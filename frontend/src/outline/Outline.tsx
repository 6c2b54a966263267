import { Message } from "../Message";

export default function Outline() {
  return <Message title="Outline" />;
}
