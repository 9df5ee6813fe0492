// Where Pulumi starts: it makes TypeScript run as it stands.
import { register } from "tsx/esm/api";

register();
const { default: program } = await import("./index.ts");
export default program;
