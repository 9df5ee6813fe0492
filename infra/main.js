// Where `pulumi up` starts. The sources are TypeScript and run as they stand; the language host need not know of it (that
// of the toolchain takes no Node.js arguments from Pulumi.yaml). tsx's own cache lies outside the project: turned off.
process.env.TSX_DISABLE_CACHE = "1";
const { register } = await import("tsx/esm/api");
register();
const { default: program } = await import("./index.ts");
export default program;
