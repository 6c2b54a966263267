/** A process as it crosses the wire: the JSON that the server checks, mends, draws and exports. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Process = Schemas["Process"];
export type ProcessStep = Schemas["Step"];
export type ProcessEdge = Schemas["Edge"];
export type ProcessAsset = Schemas["Asset"];
export type ProcessWaiver = Schemas["Waiver"];
