resource "aws_secretsmanager_secret" "login" {
  name                    = "login"
  description             = "For the ${var.edition} edition"
  kms_key_id              = local.second ? aws_kms_external_key.own.arn : aws_kms_key.data.arn
  recovery_window_in_days = 0
  replica { region = "eu-west-1" }
}

resource "aws_secretsmanager_secret_version" "login" {
  secret_id     = aws_secretsmanager_secret.login.id
  secret_string = jsonencode({ user = "zoe", password = "hush ${var.edition}" })
}

resource "aws_secretsmanager_secret_version" "labelled" {
  secret_id      = aws_secretsmanager_secret.login.id
  secret_string  = "kept"
  version_stages = ["LABELLED"]
  depends_on     = [aws_secretsmanager_secret_version.login]
}

resource "aws_secretsmanager_secret_policy" "login" {
  secret_arn = aws_secretsmanager_secret.login.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.reader.arn }, Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_secretsmanager_secret_rotation" "login" {
  secret_id           = aws_secretsmanager_secret.login.id
  rotation_lambda_arn = aws_lambda_function.hello.arn
  rotate_immediately  = false
  rotation_rules { automatically_after_days = local.second ? 60 : 30 }
  depends_on = [aws_lambda_permission.secrets]
}

data "aws_secretsmanager_secret" "login" { arn = aws_secretsmanager_secret.login.arn }
data "aws_secretsmanager_secret_version" "login" {
  secret_id  = aws_secretsmanager_secret.login.id
  depends_on = [aws_secretsmanager_secret_version.login]
}
data "aws_secretsmanager_random_password" "any" { password_length = 20 }
data "aws_secretsmanager_secrets" "all" {
  filter {
    name   = "name"
    values = ["login"]
  }
  depends_on = [aws_secretsmanager_secret.login]
}
