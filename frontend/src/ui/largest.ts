/** The most that is read of a file, in bytes; the server refuses more. */
export const MAX_BYTES = 2 * 1024 * 1024;

/** What is said of a larger one. */
export const TOO_LARGE = "The file is larger than 2 MiB, which is more than a process may be.";
