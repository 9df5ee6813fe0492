export { defaultLag, type LagSettings } from "../emulator/visibility/lagSettings.ts";
