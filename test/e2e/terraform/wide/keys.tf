resource "aws_kms_key" "data" {
  description             = "Key of the ${var.edition} edition"
  deletion_window_in_days = 7
  enable_key_rotation     = true
  rotation_period_in_days = local.second ? 180 : 365
}

resource "aws_kms_key" "signing" {
  description              = "Signs"
  deletion_window_in_days  = 7
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
  is_enabled               = !local.second
}

resource "aws_kms_key" "hmac" {
  deletion_window_in_days  = 7
  key_usage                = "GENERATE_VERIFY_MAC"
  customer_master_key_spec = "HMAC_256"
}

resource "aws_kms_external_key" "own" {
  deletion_window_in_days = 7
  description             = "Brought along for the ${var.edition} edition"
  key_material_base64     = "Wblj06fduthWggmsT0cLVoIMOkeLbc2kVfMud77i/JY="
  enabled                 = true
}

resource "aws_kms_alias" "data" {
  name          = "alias/data"
  target_key_id = local.second ? aws_kms_external_key.own.id : aws_kms_key.data.key_id
}

resource "aws_kms_alias" "prefixed" {
  name_prefix   = "alias/data-"
  target_key_id = aws_kms_key.data.key_id
}

resource "aws_kms_ciphertext" "hello" {
  key_id    = aws_kms_key.data.key_id
  plaintext = "hello"
  context   = { purpose = "test" }
}

data "aws_kms_secrets" "hello" {
  secret {
    name    = "hello"
    payload = aws_kms_ciphertext.hello.ciphertext_blob
    context = { purpose = "test" }
  }
}

data "aws_kms_key" "data" { key_id = aws_kms_key.data.arn }
data "aws_kms_alias" "data" { name = aws_kms_alias.data.name }
data "aws_kms_public_key" "signing" {
  count  = local.second ? 0 : 1
  key_id = aws_kms_key.signing.arn
}

output "hello" {
  value     = data.aws_kms_secrets.hello.plaintext["hello"]
  sensitive = true
}
