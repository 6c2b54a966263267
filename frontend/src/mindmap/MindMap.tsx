import { Message } from "../Message";

export default function MindMap() {
  return <Message title="Mind map" />;
}
