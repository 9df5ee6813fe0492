resource "aws_cloudtrail" "all" {
  name                          = "all"
  s3_bucket_name                = aws_s3_bucket.logs.id
  s3_key_prefix                 = "trail"
  enable_log_file_validation    = true
  is_multi_region_trail         = local.second
  include_global_service_events = true
  kms_key_id                    = aws_kms_key.trail.arn
  event_selector {
    read_write_type           = "All"
    include_management_events = true
    data_resource {
      type   = "AWS::DynamoDB::Table"
      values = ["arn:aws:dynamodb"]
    }
  }
  depends_on = [aws_s3_bucket_policy.logs]
}

resource "aws_kms_key" "trail" {
  deletion_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::${local.account}:root" }, Action = "kms:*", Resource = "*" },
      { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = ["kms:GenerateDataKey*", "kms:DescribeKey"], Resource = "*" },
    ]
  })
}

resource "aws_cloudwatch_log_group" "keys" {
  name              = "/keys"
  retention_in_days = local.second ? 30 : 7
}

resource "aws_cloudwatch_log_stream" "keys" {
  name           = "one"
  log_group_name = aws_cloudwatch_log_group.keys.name
}

resource "aws_cloudwatch_log_metric_filter" "denied" {
  name           = "denied"
  log_group_name = aws_cloudwatch_log_group.keys.name
  pattern        = "{ $.errorCode = \"AccessDenied\" }"
  metric_transformation {
    name      = "Denied"
    namespace = "Keys"
    value     = local.second ? "2" : "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "denied" {
  alarm_name          = "denied"
  alarm_description   = "For the ${var.edition} edition"
  namespace           = "Keys"
  metric_name         = "Denied"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = local.second ? 2 : 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
}

resource "aws_cloudwatch_event_rule" "deletion" {
  name          = "deletion"
  description   = "For the ${var.edition} edition"
  event_pattern = jsonencode({ source = ["aws.kms"], detail = { eventName = local.second ? ["ScheduleKeyDeletion", "DisableKey"] : ["ScheduleKeyDeletion"] } })
  state         = local.second ? "DISABLED" : "ENABLED"
}

resource "aws_cloudwatch_event_rule" "hourly" {
  name                = "hourly"
  schedule_expression = "rate(1 hour)"
}

resource "aws_cloudwatch_event_target" "deletion" {
  rule = aws_cloudwatch_event_rule.deletion.name
  arn  = aws_lambda_function.hello.arn
}

data "aws_cloudwatch_log_group" "keys" { name = aws_cloudwatch_log_group.keys.name }
