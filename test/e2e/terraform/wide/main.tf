terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
  }
}

# Another one changes what can be changed in place, and some things that cannot.
variable "edition" { default = "first" }

provider "aws" {
  s3_use_path_style = true
  default_tags { tags = { edition = var.edition } }
}

provider "aws" {
  alias  = "elsewhere"
  region = "eu-west-1"
}

data "aws_caller_identity" "me" {}
data "aws_region" "here" {}
data "aws_partition" "here" {}

locals {
  account = data.aws_caller_identity.me.account_id
  second  = var.edition == "second"
}
