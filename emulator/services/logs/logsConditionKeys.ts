/**
 * The condition keys of CloudWatch Logs. No request that can be made here carries one: they are about data sources and log
 * deliveries. Source: Service Authorization Reference, Amazon CloudWatch Logs.
 */
export const logsConditionKeys: readonly string[] = [
  "logs:data_source_name",
  "logs:data_source_type",
  "logs:DeliveryDestinationResourceArn",
  "logs:LogGeneratingResourceArns",
];
