terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
  }
}

provider "aws" {
  s3_use_path_style = true
}

data "aws_caller_identity" "me" {}

resource "aws_kms_key" "main" {
  description             = "Key of the test"
  deletion_window_in_days = 7
  enable_key_rotation     = true
  multi_region            = true
  tags                    = { team = "red" }
}

resource "aws_kms_key_policy" "main" {
  key_id = aws_kms_key.main.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "account", Effect = "Allow", Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.me.account_id}:root" }, Action = "kms:*", Resource = "*" },
    ]
  })
}

resource "aws_kms_alias" "main" {
  name          = "alias/main"
  target_key_id = aws_kms_key.main.key_id
}

resource "aws_kms_grant" "main" {
  name              = "reader"
  key_id            = aws_kms_key.main.key_id
  grantee_principal = aws_iam_role.runner.arn
  operations        = ["Decrypt", "DescribeKey"]
  constraints { encryption_context_equals = { purpose = "test" } }
}

provider "aws" {
  alias  = "elsewhere"
  region = "eu-west-1"
}

resource "aws_kms_replica_key" "main" {
  provider                = aws.elsewhere
  primary_key_arn         = aws_kms_key.main.arn
  deletion_window_in_days = 7
}

resource "aws_dynamodb_table" "main" {
  name         = "letters"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  ttl {
    attribute_name = "gone"
    enabled        = true
  }
  point_in_time_recovery { enabled = true }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.main.arn
  }
}

resource "aws_dynamodb_table_item" "main" {
  table_name = aws_dynamodb_table.main.name
  hash_key   = "id"
  item       = jsonencode({ id = { S = "1" }, text = { S = "dear" } })
}

resource "aws_secretsmanager_secret" "main" {
  name                    = "password"
  kms_key_id              = aws_kms_key.main.arn
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "main" {
  secret_id     = aws_secretsmanager_secret.main.id
  secret_string = "hush"
}

resource "aws_iam_user" "main" { name = "ada" }
resource "aws_iam_access_key" "main" { user = aws_iam_user.main.name }
resource "aws_iam_user_login_profile" "main" { user = aws_iam_user.main.name }

resource "aws_iam_policy" "main" {
  name   = "use"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "kms:Decrypt", Resource = aws_kms_key.main.arn }] })
}

resource "aws_iam_user_policy_attachment" "main" {
  user       = aws_iam_user.main.name
  policy_arn = aws_iam_policy.main.arn
}

resource "aws_iam_role" "runner" {
  name               = "runner"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy_attachment" "runner" {
  role       = aws_iam_role.runner.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_s3_bucket" "main" {
  bucket        = "trail-of-the-test"
  force_destroy = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "main" {
  bucket = aws_s3_bucket.main.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.main.arn
    }
    bucket_key_enabled = true
  }
}

resource "aws_s3_object" "main" {
  bucket     = aws_s3_bucket.main.id
  key        = "letter.txt"
  content    = "dear"
  depends_on = [aws_s3_bucket_server_side_encryption_configuration.main]
}

resource "aws_s3_bucket_policy" "main" {
  bucket = aws_s3_bucket.main.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:GetBucketAcl", Resource = aws_s3_bucket.main.arn },
      { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:PutObject", Resource = "${aws_s3_bucket.main.arn}/*" },
    ]
  })
}

resource "aws_cloudtrail" "main" {
  name           = "all"
  s3_bucket_name = aws_s3_bucket.main.id
  depends_on     = [aws_s3_bucket_policy.main]
}

resource "aws_cloudwatch_metric_alarm" "main" {
  alarm_name          = "key-in-danger"
  namespace           = "AWS/Events"
  metric_name         = "TriggeredRules"
  dimensions          = { RuleName = aws_cloudwatch_event_rule.main.name }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  treat_missing_data  = "notBreaching"
}

resource "aws_cloudwatch_log_group" "main" {
  name              = "/keys"
  retention_in_days = 7
}

resource "aws_cloudwatch_event_rule" "main" {
  name          = "key-in-danger"
  event_pattern = jsonencode({ source = ["aws.kms"] })
}

resource "aws_cloudwatch_event_target" "main" {
  rule = aws_cloudwatch_event_rule.main.name
  arn  = aws_cloudwatch_log_group.main.arn
}

resource "aws_ebs_volume" "main" {
  availability_zone = "us-east-1a"
  size              = 1
  encrypted         = true
  kms_key_id        = aws_kms_key.main.arn
}

resource "aws_lambda_function" "main" {
  function_name    = "decrypt"
  role             = aws_iam_role.runner.arn
  runtime          = "nodejs20.x"
  handler          = "index.handler"
  filename         = "${path.module}/function.zip"
  source_code_hash = filebase64sha256("${path.module}/function.zip")
  kms_key_arn      = aws_kms_key.main.arn
  environment { variables = { SECRET = "hush" } }
}
