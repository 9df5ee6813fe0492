import type { ServiceSamples } from "./serviceSamples.ts";

export const cloudtrailSamples: ServiceSamples = {
  service: "cloudtrail",
  make: () => Promise.resolve({ members: {} }),
};
