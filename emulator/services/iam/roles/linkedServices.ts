/** What a service's role is called behind `AWSServiceRoleFor`, and whether an account can have several, each with a suffix. */
interface LinkedService {
  readonly role: string;
  readonly takesSuffix?: boolean;
}

/**
 * Services with a service-linked role that can be made for them, by principal.
 * Source: each service's own guide, "Using service-linked roles"; there are more than these.
 */
export const linkedServices: ReadonlyMap<string, LinkedService> = new Map(
  Object.entries({
    "access-analyzer.amazonaws.com": { role: "AccessAnalyzer" },
    "autoscaling.amazonaws.com": { role: "AutoScaling", takesSuffix: true },
    "cks.kms.amazonaws.com": { role: "KeyManagementServiceCustomKeyStores" },
    "cloudtrail.amazonaws.com": { role: "CloudTrail" },
    "config.amazonaws.com": { role: "Config" },
    "dynamodb.application-autoscaling.amazonaws.com": { role: "ApplicationAutoScaling_DynamoDBTable" },
    "ecs.amazonaws.com": { role: "ECS" },
    "eks.amazonaws.com": { role: "AmazonEKS" },
    "elasticache.amazonaws.com": { role: "ElastiCache" },
    "elasticbeanstalk.amazonaws.com": { role: "ElasticBeanstalk" },
    "elasticloadbalancing.amazonaws.com": { role: "ElasticLoadBalancing" },
    "es.amazonaws.com": { role: "AmazonElasticsearchService" },
    "guardduty.amazonaws.com": { role: "AmazonGuardDuty" },
    "mrk.kms.amazonaws.com": { role: "KeyManagementServiceMultiRegionKeys" },
    "opensearchservice.amazonaws.com": { role: "AmazonOpenSearchService" },
    "organizations.amazonaws.com": { role: "Organizations" },
    "rds.amazonaws.com": { role: "RDS" },
    "replication.dynamodb.amazonaws.com": { role: "DynamoDBReplication" },
    "spot.amazonaws.com": { role: "EC2Spot" },
    "spotfleet.amazonaws.com": { role: "EC2SpotFleet" },
    "sso.amazonaws.com": { role: "SSO" },
    "support.amazonaws.com": { role: "Support" },
    "trustedadvisor.amazonaws.com": { role: "TrustedAdvisor" },
  }),
);
