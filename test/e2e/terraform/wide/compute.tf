resource "aws_iam_role" "function" {
  name = "function"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "function" {
  role       = aws_iam_role.function.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_lambda_function" "hello" {
  function_name    = "hello"
  description      = "For the ${var.edition} edition"
  role             = aws_iam_role.function.arn
  runtime          = "nodejs20.x"
  handler          = "index.handler"
  filename         = "${path.module}/function.zip"
  source_code_hash = filebase64sha256("${path.module}/function.zip")
  kms_key_arn      = aws_kms_key.data.arn
  timeout          = local.second ? 20 : 10
  memory_size      = local.second ? 256 : 128
  environment { variables = { EDITION = var.edition } }
}

resource "aws_lambda_permission" "secrets" {
  statement_id   = "secrets"
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.hello.function_name
  principal      = "secretsmanager.amazonaws.com"
  source_account = local.account
}

resource "aws_lambda_invocation" "hello" {
  function_name = aws_lambda_function.hello.function_name
  input         = jsonencode({ edition = var.edition })
}

resource "aws_ebs_encryption_by_default" "on" { enabled = true }
resource "aws_ebs_default_kms_key" "data" { key_arn = aws_kms_key.data.arn }

resource "aws_ebs_volume" "disk" {
  availability_zone = "${data.aws_region.here.name}a"
  size              = local.second ? 2 : 1
  type              = "gp3"
  encrypted         = true
  kms_key_id        = aws_kms_key.data.arn
}

resource "aws_ebs_snapshot" "disk" {
  volume_id   = aws_ebs_volume.disk.id
  description = "Of the disk"
}

data "aws_lambda_function" "hello" { function_name = aws_lambda_function.hello.function_name }
data "aws_ebs_default_kms_key" "now" { depends_on = [aws_ebs_default_kms_key.data] }
data "aws_ebs_encryption_by_default" "now" { depends_on = [aws_ebs_encryption_by_default.on] }
