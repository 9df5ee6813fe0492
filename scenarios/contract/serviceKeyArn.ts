import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import type { Session } from "./session.ts";

/** The ARN of the AWS managed key of a service, `dynamodb` for example: most operations on keys take no alias. */
export async function serviceKeyArn({ kms }: Session, service: string): Promise<string | undefined> {
  const described = await kms.send(new DescribeKeyCommand({ KeyId: `alias/aws/${service}` }));
  return described.KeyMetadata?.Arn;
}
