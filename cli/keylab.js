#!/usr/bin/env node
// The sources are TypeScript and run as they stand; tsx's own cache lies outside the project, so it is turned off.
process.env.TSX_DISABLE_CACHE = "1";
const { register } = await import("tsx/esm/api");
register();
await import("./main.ts");
