const LONGEST = 80;
/** Of the 255 bytes that a file's name may have; a browser adds “ (1)” and the like. */
const LONGEST_BYTES = 200;
/** What Windows takes for a device, with any ending. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[0-9])$/i;

/**
 * `name` with its ending, without what a path or a system gives a meaning to; the server's
 * `safe_file_name` is its twin.
 */
export function safeFileName(name: string): string {
  const dot = name.lastIndexOf(".");
  const kept = name.slice(0, dot).replace(/[^\p{L}\p{N}\p{M} \-_(),]/gu, " ");
  const words = kept.split(/\s+/).filter((word) => word !== "");
  const stem = short(words.join(" ")).replace(/^[ -]+|[ -]+$/g, "") || "process";
  const isDevice = DEVICE.test(stem.normalize("NFKC"));
  return `${isDevice ? `${stem} process` : stem}${name.slice(dot)}`;
}

function short(text: string): string {
  let cut = "";
  let bytes = 0;
  for (const character of [...text].slice(0, LONGEST)) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > LONGEST_BYTES) break;
    cut += character;
  }
  return cut;
}
