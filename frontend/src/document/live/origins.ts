/** Where changes come from that nobody made in this window: the origins of their transactions. */

/** The server sent it, so it is not sent back. */
export const SERVER = Symbol("from the server");
/** It was read from the browser's own copy, so it is there already. */
export const LOCAL_COPY = Symbol("from the browser's own copy");
/** Another window of this browser told of it. */
export const OTHER_WINDOW = Symbol("from another window of this browser");
