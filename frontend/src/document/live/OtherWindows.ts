/**
 * Tells the other windows of this browser of every edit while the server does not, so that they show
 * the same. With the server they hear of it from there, once it is saved.
 */
import * as Y from "yjs";
import type { Store } from "../../ui/store";
import { OTHER_WINDOW, SERVER } from "../TouchlineDocument";
import type { LiveState, LiveStatus } from "./LiveConnection";

const SERVER_TELLS: ReadonlySet<LiveState> = new Set(["saved", "saving"]);

type Told =
  /** An edit, or what one who said hello lacks. */
  | { readonly update: Uint8Array }
  /** What somebody has; `answer` when it is the answer to a hello and wants none. */
  | { readonly has: Uint8Array; readonly answer: boolean };

export class OtherWindows {
  private readonly channel: BroadcastChannel;
  private readonly unsubscribe: () => void;
  private alone: boolean;

  constructor(
    name: string,
    private readonly doc: Y.Doc,
    live: Store<LiveStatus>,
  ) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = (event: MessageEvent<Told>) => this.hear(event.data);
    doc.on("update", this.onUpdate);
    this.alone = true;
    this.sayHello(false);
    this.unsubscribe = live.subscribe(() => {
      const alone = !SERVER_TELLS.has(live.get().state);
      // What was on its way to the server when it went has not reached the others either.
      if (alone && !this.alone) this.sayHello(false);
      this.alone = alone;
    });
  }

  stop(): void {
    this.unsubscribe();
    this.doc.off("update", this.onUpdate);
    this.channel.close();
  }

  private sayHello(answer: boolean): void {
    this.tell({ has: Y.encodeStateVector(this.doc), answer });
  }

  private hear(told: Told): void {
    if ("update" in told) {
      Y.applyUpdate(this.doc, told.update, OTHER_WINDOW);
      return;
    }
    this.tell({ update: Y.encodeStateAsUpdate(this.doc, told.has) });
    if (!told.answer) this.sayHello(true);
  }

  private readonly onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (this.alone && origin !== OTHER_WINDOW && origin !== SERVER) this.tell({ update });
  };

  private tell(told: Told): void {
    this.channel.postMessage(told);
  }
}
