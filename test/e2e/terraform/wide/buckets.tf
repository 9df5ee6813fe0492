resource "aws_s3_bucket" "files" {
  bucket        = "files-of-the-test"
  force_destroy = true
}

resource "aws_s3_bucket" "logs" {
  bucket        = "logs-of-the-test"
  force_destroy = true
}

resource "aws_s3_bucket_versioning" "files" {
  bucket = aws_s3_bucket.files.id
  versioning_configuration { status = local.second ? "Suspended" : "Enabled" }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = local.second ? aws_kms_external_key.own.arn : aws_kms_key.data.arn
    }
    bucket_key_enabled = local.second
  }
}

resource "aws_s3_bucket_public_access_block" "files" {
  bucket                  = aws_s3_bucket.files.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = !local.second
}

resource "aws_s3_bucket_ownership_controls" "files" {
  bucket = aws_s3_bucket.files.id
  rule { object_ownership = "BucketOwnerEnforced" }
}

resource "aws_s3_bucket_lifecycle_configuration" "files" {
  bucket = aws_s3_bucket.files.id
  rule {
    id     = "old"
    status = "Enabled"
    filter { prefix = "old/" }
    expiration { days = local.second ? 60 : 30 }
  }
  depends_on = [aws_s3_bucket_versioning.files]
}

resource "aws_s3_bucket_logging" "files" {
  bucket        = aws_s3_bucket.files.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "${var.edition}/"
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:GetBucketAcl", Resource = aws_s3_bucket.logs.arn },
      { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:PutObject", Resource = "${aws_s3_bucket.logs.arn}/*", Condition = { StringEquals = { "s3:x-amz-acl" = "bucket-owner-full-control" } } },
    ]
  })
}

resource "aws_s3_object" "letter" {
  bucket       = aws_s3_bucket.files.id
  key          = "letters/first.txt"
  content      = "dear ${var.edition}"
  content_type = "text/plain"
  kms_key_id   = aws_kms_key.data.arn
  depends_on   = [aws_s3_bucket_versioning.files, aws_s3_bucket_server_side_encryption_configuration.files]
}

resource "aws_s3_object_copy" "letter" {
  bucket     = aws_s3_bucket.files.id
  key        = "letters/copy.txt"
  source     = "${aws_s3_bucket.files.id}/${aws_s3_object.letter.key}"
  depends_on = [aws_s3_bucket_server_side_encryption_configuration.files]
}

data "aws_s3_bucket" "files" { bucket = aws_s3_bucket.files.id }
data "aws_s3_object" "letter" {
  bucket = aws_s3_bucket.files.id
  key    = aws_s3_object.letter.key
}
data "aws_s3_objects" "letters" {
  bucket     = aws_s3_bucket.files.id
  prefix     = "letters/"
  depends_on = [aws_s3_object.letter, aws_s3_object_copy.letter]
}
