data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.here.partition}:iam::${local.account}:root"]
    }
  }
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = local.second ? ["kms:Decrypt", "kms:DescribeKey"] : ["kms:Decrypt"]
    resources = ["*"]
  }
}

resource "aws_iam_role" "reader" {
  name                  = "reader"
  path                  = "/test/"
  description           = "Reads in the ${var.edition} edition"
  assume_role_policy    = data.aws_iam_policy_document.assume.json
  max_session_duration  = local.second ? 7200 : 3600
  permissions_boundary  = aws_iam_policy.boundary.arn
  force_detach_policies = true
}

resource "aws_iam_role_policy" "reader" {
  name   = "read"
  role   = aws_iam_role.reader.id
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_policy" "boundary" {
  name        = "boundary"
  path        = "/test/"
  description = "The most that is allowed"
  policy      = data.aws_iam_policy_document.read.json
}

resource "aws_iam_instance_profile" "reader" {
  name = "reader"
  role = aws_iam_role.reader.name
}

resource "aws_iam_user" "zoe" {
  name          = local.second ? "zoe-mueller" : "zoe"
  path          = "/test/"
  force_destroy = true
}

resource "aws_iam_user_policy" "zoe" {
  name   = "read"
  user   = aws_iam_user.zoe.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_user_login_profile" "zoe" {
  user                    = aws_iam_user.zoe.name
  password_reset_required = true
}

resource "aws_iam_access_key" "zoe" {
  user   = aws_iam_user.zoe.name
  status = local.second ? "Inactive" : "Active"
}

resource "aws_iam_group" "red" {
  name = "red"
  path = "/test/"
}

resource "aws_iam_group_policy" "red" {
  name   = "read"
  group  = aws_iam_group.red.name
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_group_policy_attachment" "red" {
  group      = aws_iam_group.red.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"
}

resource "aws_iam_group_membership" "red" {
  name  = "red"
  group = aws_iam_group.red.name
  users = [aws_iam_user.zoe.name]
}

resource "aws_iam_account_alias" "me" { account_alias = "keylab-${var.edition}" }

resource "aws_iam_account_password_policy" "strict" {
  minimum_password_length        = local.second ? 16 : 12
  require_symbols                = true
  allow_users_to_change_password = true
}

resource "aws_iam_openid_connect_provider" "ci" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = local.second ? ["sts.amazonaws.com", "other"] : ["sts.amazonaws.com"]
  thumbprint_list = ["6938fd4d98bab03faadb97b34396831e3780aea1"]
}

resource "aws_iam_virtual_mfa_device" "zoe" {
  virtual_mfa_device_name = "zoe"
  path                    = "/test/"
}

data "aws_iam_user" "zoe" { user_name = aws_iam_user.zoe.name }
data "aws_iam_role" "reader" { name = aws_iam_role.reader.name }
data "aws_iam_policy" "boundary" { arn = aws_iam_policy.boundary.arn }
data "aws_iam_group" "red" {
  group_name = aws_iam_group.red.name
  depends_on = [aws_iam_group_membership.red]
}
