/**
 * Writes the compact API models in emulator/models/ from botocore's (PyPI package `botocore`, Apache-2.0).
 *
 *   npm run generate:models [-- <folder botocore/data>]
 *
 * Documentation, examples and what no protocol needs are left out; names, shapes and constraints stay as AWS has them, but for patterns that AWS does not
 * keep to.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { ec2 } from "../emulator/services/ec2/service.ts";

const services = [
  ["cloudtrail", "2013-11-01"],
  ["cloudwatch", "2010-08-01"],
  ["dynamodb", "2012-08-10"],
  ["ec2", "2016-11-15"],
  ["events", "2015-10-07"],
  ["iam", "2010-05-08"],
  ["kms", "2014-11-01"],
  ["lambda", "2015-03-31"],
  ["logs", "2014-03-28"],
  ["resourcegroupstaggingapi", "2017-01-26"],
  ["s3", "2006-03-01"],
  ["secretsmanager", "2017-10-17"],
  ["sts", "2011-06-15"],
] as const;

const reference = z.object({
  shape: z.string(),
  locationName: z.string().optional(),
  queryName: z.string().optional(),
  location: z.enum(["uri", "querystring", "header", "headers", "statusCode"]).optional(),
  resultWrapper: z.string().optional(),
  flattened: z.boolean().optional(),
  streaming: z.boolean().optional(),
  xmlAttribute: z.boolean().optional(),
  xmlNamespace: z.union([z.string(), z.object({ uri: z.string(), prefix: z.string().optional() })]).optional(),
});

const botocoreModel = z.object({
  metadata: z.object({
    apiVersion: z.string(),
    endpointPrefix: z.string(),
    protocol: z.enum(["json", "query", "ec2", "rest-json", "rest-xml", "smithy-rpc-v2-cbor"]),
    protocols: z.array(z.string()).optional(),
    awsQueryCompatible: z.object({}).optional(),
    jsonVersion: z.string().optional(),
    targetPrefix: z.string().optional(),
    xmlNamespace: z.string().optional(),
    serviceId: z.string(),
  }),
  operations: z.record(
    z.string(),
    z.object({
      http: z.object({ method: z.string(), requestUri: z.string(), responseCode: z.number().optional() }).optional(),
      input: reference.optional(),
      output: reference.optional(),
      errors: z.array(reference).optional(),
      authtype: z.literal(["none", "v4", "v4-unsigned-body", "bearer"]).optional(),
    }),
  ),
  shapes: z.record(
    z.string(),
    z.object({
      type: z.string(),
      required: z.array(z.string()).optional(),
      members: z.record(z.string(), reference).optional(),
      member: reference.optional(),
      key: reference.optional(),
      value: reference.optional(),
      flattened: z.boolean().optional(),
      locationName: z.string().optional(),
      payload: z.string().optional(),
      enum: z.array(z.string()).optional(),
      min: z.number().optional(),
      max: z.number().optional(),
      pattern: z.string().optional(),
      sensitive: z.boolean().optional(),
      timestampFormat: z.string().optional(),
      union: z.boolean().optional(),
      eventstream: z.boolean().optional(),
      error: z.object({ code: z.string().optional(), httpStatusCode: z.number().optional() }).optional(),
    }),
  ),
});

function botocoreData(): string {
  const given = process.argv[2];
  if (given) return given;
  const locate = "import botocore, os; print(os.path.join(botocore.__path__[0], 'data'))";
  return execFileSync("python3", ["-c", locate], { encoding: "utf8" }).trim();
}

type Model = z.infer<typeof botocoreModel>;

/** Of a service whose whole model is huge: the operations that are carried, with their shapes, and the names of all others. */
const carried: ReadonlyMap<string, readonly string[]> = new Map([["ec2", ec2.operations.map(({ name }) => name)]]);

function reduced(model: Model, names: readonly string[]): Model {
  const operations = Object.fromEntries(
    Object.entries(model.operations).map(([name, operation]) => [name, names.includes(name) ? operation : {}]),
  );
  const reached = new Set<string>();
  const waiting = names.flatMap((name) => [operations[name]?.input, operations[name]?.output]);
  for (let next = waiting.pop(); waiting.length > 0 || next; next = waiting.pop()) {
    const shape = next && !reached.has(next.shape) ? model.shapes[next.shape] : undefined;
    if (!next || !shape) continue;
    reached.add(next.shape);
    waiting.push(shape.member, shape.key, shape.value, ...Object.values(shape.members ?? {}));
  }
  const shapes = Object.fromEntries(Object.entries(model.shapes).filter(([name]) => reached.has(name)));
  return { ...model, operations, shapes };
}

/** Shapes by service. S3 takes a copy source wholly encoded, too, its slash included: Terraform's provider for AWS sends it so. */
const patternsNotKept: ReadonlyMap<string, readonly string[]> = new Map([["s3", ["CopySource"]]]);

const source = botocoreData();
const target = join(import.meta.dirname, "..", "emulator", "models");
mkdirSync(target, { recursive: true });
for (const [service, version] of services) {
  const packed = readFileSync(join(source, service, version, "service-2.json.gz"));
  const whole = botocoreModel.parse(JSON.parse(gunzipSync(packed).toString("utf8")));
  const names = carried.get(service);
  const model = names ? reduced(whole, names) : whole;
  const notKept = patternsNotKept.get(service) ?? [];
  const shapes = Object.entries(model.shapes).map(([name, shape]) => {
    const kept = notKept.includes(name) ? { ...shape, pattern: undefined } : shape;
    return `"${name}":${JSON.stringify(kept)}`;
  });
  const operations = Object.entries(model.operations).map(
    ([name, { http, ...operation }]) =>
      `"${name}":${JSON.stringify(model.metadata.protocol.startsWith("rest-") ? { http, ...operation } : operation)}`,
  );
  const text = [
    `{"metadata":${JSON.stringify(model.metadata)},`,
    `"operations":{\n${operations.join(",\n")}\n},`,
    `"shapes":{\n${shapes.join(",\n")}\n}}\n`,
  ].join("\n");
  writeFileSync(join(target, `${service}.json`), text);
  console.log(`${service}: ${operations.length} operations, ${shapes.length} shapes, ${text.length} bytes`);
}
