import type { Component } from "./component.ts";
import { trail } from "./trail.ts";

/** Every component type of the embedded provider. A new one is a file in this folder and a line here. */
export const components: readonly Component[] = [trail];
