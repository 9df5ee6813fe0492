import {
  DeleteMetricFilterCommand,
  DescribeMetricFiltersCommand,
  PutMetricFilterCommand,
  StandardUnit,
} from "@aws-sdk/client-cloudwatch-logs";
import type { MetricTransformation } from "@aws-sdk/client-cloudwatch-logs";
import * as z from "zod";
import type { Aws } from "../../aws/aws.ts";
import { ifExists, required } from "../../aws/errors.ts";
import { partOfLogGroup } from "../../aws/logIds.ts";
import { sameAs } from "../../lifecycle/compare.ts";
import { region, resource } from "../../resource.ts";
import type { Parsed } from "../../resource.ts";

const metricTransformation = z.strictObject({
  /** A number, as text. */
  defaultValue: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, "must be a number")
    .optional(),
  dimensions: z.record(z.string(), z.string()).optional(),
  name: z.string(),
  namespace: z.string(),
  unit: z.enum(StandardUnit).default("None"),
  value: z.string(),
});

const inputs = {
  logGroupName: z.string(),
  metricTransformation,
  name: z.string().regex(/^[^:*]{1,512}$/, "must be 1 to 512 characters without : and *"),
  pattern: z.string().max(1024),
  region,
};

/** `aws.cloudwatch.LogMetricFilter`. Its id is `<log group>:<name>`, by which the official provider imports it. */
export const logMetricFilter = resource({
  token: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  inputs,
  outputs: { applyOnTransformedLogs: z.boolean() },
  unsupported: ["applyOnTransformedLogs"],
  replaceOnChanges: ["logGroupName", "name", "region"],
  computed: ["region"],
  same: { metricTransformation: sameAs(metricTransformation) },
  autoName: { maxLength: 512 },

  async create(aws, wanted) {
    await put(aws, wanted);
    return { id: `${wanted.logGroupName}:${wanted.name}` };
  },

  async read(aws, id) {
    const { logGroupName, name } = partOfLogGroup(id);
    const request = new DescribeMetricFiltersCommand({ logGroupName, filterNamePrefix: name });
    const { metricFilters = [] } = (await ifExists(aws.logs.send(request))) ?? {};
    const found = metricFilters.find(({ filterName }) => filterName === name);
    return (
      found && {
        applyOnTransformedLogs: found.applyOnTransformedLogs ?? false,
        logGroupName,
        metricTransformation: shown(required(found.metricTransformations?.[0], "metricTransformations")),
        name,
        pattern: found.filterPattern ?? "",
        region: aws.region,
      }
    );
  },

  update: (aws, _id, _current, wanted) => put(aws, wanted),

  async delete(aws, id) {
    const { logGroupName, name } = partOfLogGroup(id);
    await ifExists(aws.logs.send(new DeleteMetricFilterCommand({ logGroupName, filterName: name })));
  },
});

/** CloudWatch Logs takes all settings of a filter at once. */
async function put(aws: Aws, wanted: Parsed<typeof inputs>): Promise<void> {
  const { defaultValue, dimensions, name, namespace, unit, value } = wanted.metricTransformation;
  const transformation = {
    defaultValue: defaultValue === undefined ? undefined : Number(defaultValue),
    dimensions,
    metricName: name,
    metricNamespace: namespace,
    metricValue: value,
    unit,
  };
  const command = new PutMetricFilterCommand({
    filterName: wanted.name,
    filterPattern: wanted.pattern,
    logGroupName: wanted.logGroupName,
    metricTransformations: [transformation],
  });
  await aws.logs.send(command);
}

function shown({ defaultValue, dimensions, metricName, metricNamespace, metricValue, unit }: MetricTransformation) {
  return {
    defaultValue: defaultValue === undefined ? undefined : String(defaultValue),
    dimensions,
    name: required(metricName, "metricName"),
    namespace: required(metricNamespace, "metricNamespace"),
    unit: unit ?? "None",
    value: required(metricValue, "metricValue"),
  };
}
