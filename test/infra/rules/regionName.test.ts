import { regionName } from "../../../infra/rules/regionName.ts";
import { ruleTable } from "../ruleTable.ts";

describe("the name of a region", () => {
  ruleTable(regionName, {
    accepts: ["us-east-1", "eu-west-1", "ap-southeast-2", "us-gov-west-1", "cn-north-1"],
    refuses: ["", "Ireland", "eu-west", "eu-west-1a", "euwest1"],
  });
});
