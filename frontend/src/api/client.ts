/** Talks to the server's HTTP API; whatever goes wrong is an `ApiError` that says what. */
import type { Problem, ProblemDetail } from "./types";

export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The HTTP status; 0 when the server could not be reached. */
  readonly status: number;
  readonly errors: readonly ProblemDetail[];

  constructor(problem: Pick<Problem, "status" | "title" | "detail" | "errors">) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.errors = problem.errors ?? [];
  }

  get unreachable(): boolean {
    return this.status === 0;
  }
}

export interface RequestOptions {
  /** Aborted, the server gives the work up. */
  signal?: AbortSignal;
  /** The id of the process that it is about, with which the server takes turns fairly. */
  about?: string;
  /** Whether this window wants only the last answer of its kind: an earlier one is given up. */
  latest?: boolean;
  /** The version that a change is meant for. */
  ifMatch?: string;
}

/** This window, to the server: whoever has two open gets an answer in each. */
const WINDOW = crypto.randomUUID?.() ?? `${Math.random()}`;

export function getJson<T>(path: string, options: RequestOptions = {}): Promise<T> {
  return request("GET", path, undefined, options).then((response) => response.json());
}

export function postJson<T>(path: string, body: unknown, options: RequestOptions = {}): Promise<T> {
  return send("POST", path, body, options).then((response) => response.json());
}

export function patchJson<T>(
  path: string,
  body: unknown,
  options: RequestOptions = {},
): Promise<T> {
  return send("PATCH", path, body, options).then((response) => response.json());
}

export async function deleteAt(path: string, options: RequestOptions = {}): Promise<void> {
  await request("DELETE", path, undefined, options);
}

/** What is there, as a file. */
export function getFile(path: string): Promise<Blob> {
  return request("GET", path, undefined, {}).then((response) => response.blob());
}

/** Posts JSON and gives what is drawn or exported as a file. */
export function postForFile(
  path: string,
  body: unknown,
  options: RequestOptions = {},
): Promise<Blob> {
  return send("POST", path, body, options).then((response) => response.blob());
}

/** Posts a file or a text as it is, such as a YAML file. */
export function postContent<T>(path: string, type: string, content: string | Blob): Promise<T> {
  const body = { content, type };
  return request("POST", path, body, {}).then((response) => response.json());
}

function send(method: string, path: string, body: unknown, options: RequestOptions) {
  const content = typeof body === "string" ? body : JSON.stringify(body);
  return request(method, path, { content, type: "application/json" }, options);
}

async function request(
  method: string,
  path: string,
  body: { content: string | Blob; type: string } | undefined,
  { signal, about, latest, ifMatch }: RequestOptions,
): Promise<Response> {
  const headers = new Headers({ Accept: "application/json, application/problem+json, */*" });
  if (body !== undefined) headers.set("Content-Type", body.type);
  if (ifMatch !== undefined) headers.set("If-Match", ifMatch);
  if (about !== undefined) headers.set("X-Touchline-Document", about);
  if (latest === true) headers.set("X-Touchline-Window", WINDOW);
  const init: RequestInit = { method, headers };
  if (body !== undefined) init.body = body.content;
  if (signal !== undefined) init.signal = signal;
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({ status: 0, title: "The server could not be reached." });
  }
  if (response.ok) return response;
  throw new ApiError(await problemOf(response));
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback = {
    type: "about:blank",
    title: `The server answered ${response.status} ${response.statusText}`.trim(),
    status: response.status,
  };
  if (!response.headers.get("Content-Type")?.includes("json")) return fallback;
  const body: unknown = await response.json().catch(() => null);
  return typeof body === "object" && body !== null ? { ...fallback, ...body } : fallback;
}
