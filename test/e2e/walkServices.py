"""Waiters, paginators and resources of IAM, STS, Secrets Manager, DynamoDB and CloudTrail, with boto3.

Everything it needs is in the environment; it asserts as it goes.
"""

import json

import boto3
from botocore.exceptions import ClientError


def code_of(call, **arguments):
    """The code of the error that a call must end with."""
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    raise AssertionError(f"{call.__name__} was allowed")


def walked(client, operation, size, member, **arguments):
    """All members of a list, read in pages of a size."""
    pages = list(client.get_paginator(operation).paginate(PaginationConfig={"PageSize": size}, **arguments))
    return len(pages), [item for page in pages for item in page[member]]


def document(action, **element):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, **element}]})


sts, iam, secrets, dynamodb, trail = (
    boto3.client(service) for service in ("sts", "iam", "secretsmanager", "dynamodb", "cloudtrail")
)
ACCOUNT = sts.get_caller_identity()["Account"]
ROOT = f"arn:aws:iam::{ACCOUNT}:root"

# IAM: waiters
iam.create_user(UserName="walker", Path="/walk/")
iam.get_waiter("user_exists").wait(UserName="walker")
iam.create_role(RoleName="walk", AssumeRolePolicyDocument=document("sts:AssumeRole", Principal={"AWS": ROOT}))
iam.get_waiter("role_exists").wait(RoleName="walk")
iam.create_instance_profile(InstanceProfileName="walk")
iam.get_waiter("instance_profile_exists").wait(InstanceProfileName="walk")
policy_arn = iam.create_policy(PolicyName="walk", PolicyDocument=document("s3:*", Resource="*"))["Policy"]["Arn"]
iam.get_waiter("policy_exists").wait(PolicyArn=policy_arn)

# IAM: paginators
for number in range(5):
    iam.create_group(GroupName=f"walk-{number}", Path="/walk/")
    iam.add_user_to_group(GroupName=f"walk-{number}", UserName="walker")
    iam.put_role_policy(RoleName="walk", PolicyName=f"p{number}", PolicyDocument=document("s3:*", Resource="*"))
pages, groups = walked(iam, "list_groups", 2, "Groups", PathPrefix="/walk/")
assert (pages, [group["GroupName"] for group in groups]) == (3, [f"walk-{number}" for number in range(5)])
pages, groups = walked(iam, "list_groups_for_user", 4, "Groups", UserName="walker")
assert (pages, len(groups)) == (2, 5)
assert walked(iam, "list_role_policies", 3, "PolicyNames", RoleName="walk") == (2, [f"p{n}" for n in range(5)])
pages, users = walked(iam, "get_account_authorization_details", 1, "UserDetailList", Filter=["User", "Group"])
assert pages == len(users) + 5 and "walker" in [user["UserName"] for user in users]
simulated = walked(
    iam,
    "simulate_principal_policy",
    1,
    "EvaluationResults",
    PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:role/walk",
    ActionNames=["s3:GetObject", "kms:Decrypt"],
)
assert [result["EvalDecision"] for result in simulated[1]] == ["allowed", "implicitDeny"]

# IAM: resources
resource = boto3.resource("iam")
user = resource.User("walker")
user.load()
assert (user.path, user.arn) == ("/walk/", f"arn:aws:iam::{ACCOUNT}:user/walk/walker")
user.attach_policy(PolicyArn=policy_arn)
assert [policy.arn for policy in user.attached_policies.all()] == [policy_arn]
assert [attached.name for attached in resource.Policy(policy_arn).attached_users.all()] == ["walker"]
assert resource.Role("walk").assume_role_policy_document["Statement"][0]["Principal"] == {"AWS": ROOT}
pair = user.create_access_key_pair()
assert [key.id for key in user.access_keys.all()] == [pair.id]
assert len(list(resource.groups.filter(PathPrefix="/walk/"))) == 5
resource.Policy(policy_arn).create_version(PolicyDocument=document("s3:*", Resource="*"), SetAsDefault=True)
assert resource.Policy(policy_arn).default_version.version_id == "v2"
assert resource.AccountSummary().summary_map["Groups"] >= 5
resource.create_account_password_policy(MinimumPasswordLength=12)
assert resource.AccountPasswordPolicy().minimum_password_length == 12

# STS: a session of the role
assumed = sts.assume_role(
    RoleArn=f"arn:aws:iam::{ACCOUNT}:role/walk",
    RoleSessionName="walk",
    Policy=document("secretsmanager:ListSecrets", Resource="*"),
    Tags=[],
)
keys = assumed["Credentials"]
session = boto3.Session(keys["AccessKeyId"], keys["SecretAccessKey"], keys["SessionToken"])
assert session.client("sts").get_caller_identity()["Arn"] == assumed["AssumedRoleUser"]["Arn"]
assert code_of(session.client("secretsmanager").list_secrets) == "AccessDeniedException"

# Secrets Manager
for number in range(5):
    secrets.create_secret(Name=f"walk/{number}", SecretString=f"value {number}")
named = [{"Key": "name", "Values": ["walk/"]}]
pages, listed = walked(secrets, "list_secrets", 2, "SecretList", Filters=named)
assert (pages, sorted(secret["Name"] for secret in listed)) == (3, [f"walk/{number}" for number in range(5)])
values = secrets.batch_get_secret_value(Filters=named)["SecretValues"]
assert sorted(value["SecretString"] for value in values) == [f"value {number}" for number in range(5)]
secrets.put_secret_value(SecretId="walk/0", SecretString="later")
versions = secrets.list_secret_version_ids(SecretId="walk/0")["Versions"]
assert sorted(version["VersionStages"] for version in versions) == [["AWSCURRENT"], ["AWSPREVIOUS"]]

# DynamoDB: waiters, paginators, resources
tables = boto3.resource("dynamodb")
for number in range(3):
    tables.create_table(
        TableName=f"walk-{number}",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        Tags=[{"Key": f"tag-{tag}", "Value": ""} for tag in range(12)],
    ).wait_until_exists()
pages, names = walked(dynamodb, "list_tables", 2, "TableNames")
assert (pages, [name for name in names if name.startswith("walk-")]) == (2, [f"walk-{n}" for n in range(3)])
table = tables.Table("walk-0")
assert (table.table_status, table.item_count, table.key_schema) == (
    "ACTIVE",
    0,
    [{"AttributeName": "id", "KeyType": "HASH"}],
)
pages, tags = walked(dynamodb, "list_tags_of_resource", None, "Tags", ResourceArn=table.table_arn)
assert len(tags) == 12
dynamodb.create_backup(TableName="walk-0", BackupName="walk-backup")
pages, backups = walked(dynamodb, "list_backups", 1, "BackupSummaries", TableName="walk-0")
assert [backup["BackupName"] for backup in backups] == ["walk-backup"]
dynamodb.put_resource_policy(
    ResourceArn=table.table_arn,
    Policy=document("dynamodb:GetItem", Principal={"AWS": ROOT}, Resource=table.table_arn),
)
assert json.loads(dynamodb.get_resource_policy(ResourceArn=table.table_arn)["Policy"])["Version"] == "2012-10-17"
for number in range(3):
    tables.Table(f"walk-{number}").delete()
    dynamodb.get_waiter("table_not_exists").wait(TableName=f"walk-{number}")
assert code_of(table.load) == "ResourceNotFoundException"

# CloudTrail
pages, events = walked(
    trail,
    "lookup_events",
    2,
    "Events",
    LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "CreateTable"}],
)
assert len([event for event in events if "walk-" in event["CloudTrailEvent"]]) == 3 and pages >= 2

# IAM: what is in use is not deleted, and the rest is
assert code_of(iam.delete_user, UserName="walker") == "DeleteConflict"
assert code_of(iam.delete_role, RoleName="walk") == "DeleteConflict"
for key in user.access_keys.all():
    key.delete()
user.detach_policy(PolicyArn=policy_arn)
for group in user.groups.all():
    group.remove_user(UserName="walker")
    group.delete()
user.delete()
assert code_of(user.load) == "NoSuchEntity"
for policy in resource.Role("walk").policies.all():
    policy.delete()
resource.Role("walk").delete()
print("done")
