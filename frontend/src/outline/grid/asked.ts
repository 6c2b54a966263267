import { createStore } from "../../ui/store";

/** Whether the outline is to take the keys when it comes up, as when a command has opened it. */
export const outlineAsked = createStore(false);
