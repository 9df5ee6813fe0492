"""The workshop "Encrypt a database" by hand, with boto3. Everything it needs is in the environment; it asserts as it goes."""

import json

import boto3
from botocore.exceptions import ClientError

ACCOUNT = boto3.client("sts").get_caller_identity()["Account"]
TABLE = "boto3-table"
USER = "boto3-user"
ITEM = {"id": {"S": "1"}}


def refused(call, **arguments):
    """What AWS says to a call that must be refused: operation, code, message."""
    try:
        call(**arguments)
    except ClientError as error:
        return error.operation_name, error.response["Error"]["Code"], error.response["Error"]["Message"]
    raise AssertionError(f"{call.__name__} was allowed")


def key_policy(*users):
    return json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
                    "Action": "kms:*",
                    "Resource": "*",
                },
                *(
                    {
                        "Effect": "Allow",
                        "Principal": {"AWS": user},
                        "Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
                        "Resource": "*",
                    }
                    for user in users
                ),
            ],
        }
    )


kms, dynamodb, iam = (boto3.client(service) for service in ("kms", "dynamodb", "iam"))

key = kms.create_key(Policy=key_policy())["KeyMetadata"]["Arn"]
dynamodb.create_table(
    TableName=TABLE,
    BillingMode="PAY_PER_REQUEST",
    AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
    KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
)
dynamodb.get_waiter("table_exists").wait(TableName=TABLE)
dynamodb.update_table(TableName=TABLE, SSESpecification={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key})
assert dynamodb.describe_table(TableName=TABLE)["Table"]["SSEDescription"]["KMSMasterKeyArn"] == key
dynamodb.put_item(TableName=TABLE, Item=ITEM)

user_arn = iam.create_user(UserName=USER)["User"]["Arn"]
iam.attach_user_policy(UserName=USER, PolicyArn="arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess")
access_key = iam.create_access_key(UserName=USER)["AccessKey"]
session = boto3.Session(
    aws_access_key_id=access_key["AccessKeyId"], aws_secret_access_key=access_key["SecretAccessKey"]
)
as_user = session.client("dynamodb")
assert as_user.list_tables()["TableNames"] == [TABLE]
assert as_user.describe_table(TableName=TABLE)["Table"]["TableStatus"] == "ACTIVE"

sentence = (
    f"User: {user_arn} is not authorized to perform: kms:Decrypt on resource: {key} "
    "because no identity-based policy allows the kms:Decrypt action"
)
for call, arguments in (
    (as_user.get_item, {"Key": ITEM}),
    (as_user.scan, {}),
    (as_user.put_item, {"Item": {"id": {"S": "2"}}}),
):
    operation, code, message = refused(call, TableName=TABLE, **arguments)
    assert code == "AccessDeniedException", (operation, code)
    assert message.startswith("KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: " + sentence), message

kms.put_key_policy(KeyId=key, PolicyName="default", Policy=key_policy(user_arn))
assert as_user.get_item(TableName=TABLE, Key=ITEM)["Item"] == ITEM

dynamodb.delete_table(TableName=TABLE)
dynamodb.get_waiter("table_not_exists").wait(TableName=TABLE)
assert kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)["KeyState"] == "PendingDeletion"
print("done")
