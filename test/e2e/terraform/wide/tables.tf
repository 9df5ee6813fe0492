resource "aws_dynamodb_table" "orders" {
  name             = "orders"
  billing_mode     = local.second ? "PAY_PER_REQUEST" : "PROVISIONED"
  read_capacity    = local.second ? null : 5
  write_capacity   = local.second ? null : 5
  hash_key         = "customer"
  range_key        = "at"
  table_class      = local.second ? "STANDARD_INFREQUENT_ACCESS" : "STANDARD"

  attribute {
    name = "customer"
    type = "S"
  }
  attribute {
    name = "at"
    type = "N"
  }
  attribute {
    name = "state"
    type = "S"
  }
  local_secondary_index {
    name            = "by-state"
    range_key       = "state"
    projection_type = "ALL"
  }
  global_secondary_index {
    name               = "states"
    hash_key           = "state"
    range_key          = "at"
    projection_type    = "INCLUDE"
    non_key_attributes = ["total"]
    read_capacity      = local.second ? null : 2
    write_capacity     = local.second ? null : 2
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = local.second ? aws_kms_external_key.own.arn : aws_kms_key.data.arn
  }
}

resource "aws_dynamodb_table" "own" {
  name                        = "own"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = false
  attribute {
    name = "id"
    type = "B"
  }
  point_in_time_recovery { enabled = local.second }
}

resource "aws_dynamodb_resource_policy" "orders" {
  resource_arn = aws_dynamodb_table.orders.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = aws_iam_role.reader.arn }, Action = "dynamodb:GetItem", Resource = aws_dynamodb_table.orders.arn }]
  })
}

resource "aws_dynamodb_table_item" "order" {
  table_name = aws_dynamodb_table.orders.name
  hash_key   = "customer"
  range_key  = "at"
  item       = jsonencode({ customer = { S = "zoe" }, at = { N = "1" }, total = { N = local.second ? "2" : "1" }, tags = { SS = ["a", "b"] } })
}

data "aws_dynamodb_table" "orders" { name = aws_dynamodb_table.orders.name }
data "aws_dynamodb_table_item" "order" {
  table_name = aws_dynamodb_table.orders.name
  key        = jsonencode({ customer = { S = "zoe" }, at = { N = "1" } })
  depends_on = [aws_dynamodb_table_item.order]
}
