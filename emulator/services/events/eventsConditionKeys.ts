/**
 * The condition keys of EventBridge. Rules here are managed by no service; what speaks of policies and raw events belongs to
 * operations that are not here, and is rightly missing from every request. Keys with a metadata name of the author's own
 * (`events:Metadata/…`) belong to those too, and are refused.
 * Source: Service Authorization Reference, Amazon EventBridge.
 */
export const eventsConditionKeys: readonly string[] = [
  "events:ContentFilterPresent",
  "events:creatorAccount",
  "events:detail-type",
  "events:detail.eventTypeCode",
  "events:detail.service",
  "events:detail.userIdentity.principalId",
  "events:EventBusArn",
  "events:eventBusInvocation",
  "events:ManagedBy",
  "events:PolicyName",
  "events:source",
  "events:SystemMetadata/AwsDetailType",
  "events:SystemMetadata/AwsSource",
  "events:SystemMetadata/ContentType",
  "events:TargetArn",
];
