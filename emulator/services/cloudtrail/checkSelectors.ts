import type { AdvancedEventSelector, EventSelector } from "@aws-sdk/client-cloudtrail";
import { AwsError } from "../../awsError.ts";
import type { Input } from "../../operation.ts";
import { selectableFields } from "./selects.ts";
import type { TrailSelectors } from "./trail.ts";

/** What basic selectors select data events of. Source: CloudTrail API Reference, DataResource. */
const dataTypes = ["AWS::DynamoDB::Table", "AWS::Lambda::Function", "AWS::S3::Object"];

/** What can be left out as a whole. Source: CloudTrail API Reference, EventSelector. */
const excludableSources = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

/** Throws InvalidEventSelectorsException. Source: CloudTrail API Reference, PutEventSelectors; the words are not recorded anywhere. */
export function checkSelectors({ basic, advanced }: TrailSelectors): void {
  if ((basic === undefined) === (advanced === undefined)) {
    throw invalid("either EventSelectors or AdvancedEventSelectors must be given, and not both");
  }
  if (basic && (basic.length === 0 || basic.length > 5)) throw invalid("a trail has 1 to 5 event selectors");
  basic?.forEach(checkBasic);
  advanced?.forEach(checkAdvanced);
}

function checkBasic({ DataResources = [], ExcludeManagementEventSources = [] }: Input<EventSelector>): void {
  for (const { Type = "", Values = [] } of DataResources) {
    if (!dataTypes.includes(Type)) throw invalid(`${Type} is none of ${dataTypes.join(", ")}`);
    const strange = Values.find((value) => !value.startsWith("arn:aws"));
    if (strange !== undefined) throw invalid(`${strange} is no ARN`);
  }
  const source = ExcludeManagementEventSources.find((excluded) => !excludableSources.includes(excluded));
  if (source !== undefined) throw invalid(`${source} cannot be excluded, ${excludableSources.join(" and ")} can`);
}

function checkAdvanced({ FieldSelectors }: Input<AdvancedEventSelector>): void {
  const unknown = FieldSelectors.find(({ Field }) => !selectableFields.includes(Field));
  if (unknown) throw invalid(`the field ${unknown.Field} is none of ${selectableFields.join(", ")}`);
  const category = FieldSelectors.find(({ Field }) => Field === "eventCategory")?.Equals ?? [];
  if (category.length !== 1 || !["Management", "Data"].includes(category[0] ?? "")) {
    throw invalid("each advanced selector has an eventCategory that equals Management or Data");
  }
  const hasType = FieldSelectors.some(({ Field, Equals = [] }) => Field === "resources.type" && Equals.length === 1);
  if (category[0] === "Data" && !hasType) throw invalid("a selector of data events has one resources.type");
}

function invalid(problem: string): AwsError {
  return new AwsError("InvalidEventSelectorsException", `The event selectors are not valid: ${problem}.`);
}
