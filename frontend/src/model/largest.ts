import { LIMITS } from "./fields";

/** The most that is read of a file, in bytes; the server refuses more. */
export const MAX_BYTES = LIMITS.MAX_FILE_BYTES;

/** What is said of a larger one. */
export const TOO_LARGE = `The file is larger than ${MAX_BYTES / 2 ** 20} MiB, which is more than a process may be.`;
