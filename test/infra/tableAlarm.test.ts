import { expect } from "chai";

import { EncryptedTable } from "../../infra/encryptedTable.ts";
import { TableAlarm } from "../../infra/tableAlarm.ts";
import { deploy, refusalOf, valueOf } from "./support.ts";

const makeTable = () => new EncryptedTable("table", { tableName: "tasks", encryption: "owned" });
const deployAlarm = () =>
  deploy(() => {
    const table = makeTable();
    return new TableAlarm("alarm", { alarmName: "much is read", table, consumedReadCapacityUnits: 100 });
  });

describe("TableAlarm", () => {
  it("watches by its name how much is read of a table", async () => {
    const { resources, components } = await deployAlarm();
    expect(resources["cloudwatch/metricAlarm:MetricAlarm alarm"]).to.deep.equal({
      name: "much is read",
      namespace: "AWS/DynamoDB",
      metricName: "ConsumedReadCapacityUnits",
      dimensions: { TableName: "tasks" },
      statistic: "Sum",
      period: 300,
      evaluationPeriods: 1,
      threshold: 100,
      comparisonOperator: "GreaterThanThreshold",
    });
    expect(Object.keys(resources)).to.have.length(2);
    expect(components).to.include("keylab:infra:TableAlarm alarm");
  });

  it("hands over its name", async () => {
    const { result } = await deployAlarm();
    expect(await valueOf(result.outputs)).to.deep.equal({ alarmName: "much is read" });
  });

  it("refuses a name that CloudWatch does not take", async () => {
    const { result: table } = await deploy(makeTable);
    const args = { alarmName: "", table, consumedReadCapacityUnits: 100 };
    expect(await refusalOf(() => new TableAlarm("alarm", args))).to.equal(
      'TableAlarm "alarm": alarmName is ""; allowed is a name of 1 to 255 characters.',
    );
  });
});
