import * as z from "zod";
import { lambdaEnvironment } from "./lambdaEnvironment.ts";
import { mapping, type Mapping } from "./mapping.ts";
import { folderPlaceholder } from "./placeholders.ts";
import { tags } from "./tagList.ts";

const fileName = "index.js";
const inputs = z.strictObject({
  code: z.looseObject({ assets: z.strictObject({ [fileName]: z.looseObject({ text: z.string() }) }) }),
  environment: z.literal("<secret>").optional(),
  handler: z.string(),
  kmsKeyArn: z.string().optional(),
  name: z.string(),
  role: z.string(),
  runtime: z.string(),
  tags,
  timeout: z.number(),
});

const lambdaFunction = mapping(inputs, (given, resource) => {
  const { name, runtime, handler, role, timeout, kmsKeyArn, code, environment, tags } = given;
  const { text } = code.assets[fileName];
  const end = "END_OF_CODE";
  return [
    `cat > "$FOLDER/${fileName}" <<'${end}'\n${text.trim()}\n${end}`,
    `(cd "$FOLDER" && zip -q ${name}.zip ${fileName})`,
    {
      operation: "lambda create-function",
      options: {
        "function-name": name,
        runtime,
        handler,
        role,
        timeout,
        "zip-file": `fileb://${folderPlaceholder}/${name}.zip`,
        "kms-key-arn": kmsKeyArn,
        environment: environment && { Variables: lambdaEnvironment(text, kmsKeyArn, resource) },
        tags: tags && Object.entries(tags).map(([key, value]) => `${key}=${value}`),
      },
    },
    { operation: "lambda wait function-active", options: { "function-name": name } },
  ];
});

export const lambdaMappings: Readonly<Record<string, Mapping>> = { "aws:lambda/function:Function": lambdaFunction };
