"""Transfers, waiters, paginators and resources of S3, with boto3.

Everything it needs is in the environment; it asserts as it goes.
"""

import io
import os
import urllib.error
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

MIB = 1024 * 1024
LARGE = os.urandom(20 * MIB)
IN_PARTS = TransferConfig(multipart_threshold=8 * MIB, multipart_chunksize=8 * MIB)


def code_of(call, **arguments):
    """The code of the error that a call must end with."""
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    raise AssertionError(f"{call.__name__} was allowed")


def downloaded(key):
    """The content of an object, as the transfer manager brings it."""
    content = io.BytesIO()
    s3.download_fileobj("walk", key, content, Config=IN_PARTS)
    return content.getvalue()


s3 = boto3.client("s3")
bucket = boto3.resource("s3").Bucket("walk")
bucket.create()
s3.get_waiter("bucket_exists").wait(Bucket="walk")

# Transfers in parts
s3.upload_fileobj(io.BytesIO(LARGE), "walk", "large", Config=IN_PARTS)
s3.get_waiter("object_exists").wait(Bucket="walk", Key="large")
assert downloaded("large") == LARGE
s3.copy({"Bucket": "walk", "Key": "large"}, "walk", "copy", Config=IN_PARTS)
assert downloaded("copy") == LARGE
head = s3.head_object(Bucket="walk", Key="large", ChecksumMode="ENABLED")
assert head["ETag"].endswith('-3"') and head["ContentLength"] == len(LARGE), head

# Checksums
for algorithm in ("CRC32", "SHA1", "SHA256"):
    s3.put_object(Bucket="walk", Key=algorithm, Body=b"hello", ChecksumAlgorithm=algorithm)
    got = s3.get_object(Bucket="walk", Key=algorithm, ChecksumMode="ENABLED")
    assert got["Body"].read() == b"hello" and f"Checksum{algorithm}" in got, got
attributes = s3.get_object_attributes(Bucket="walk", Key="large", ObjectAttributes=["ObjectParts", "ObjectSize"])
assert attributes["ObjectSize"] == len(LARGE), attributes
assert attributes["ObjectParts"]["TotalPartsCount"] == 3, attributes

# Uploads under way
upload = s3.create_multipart_upload(Bucket="walk", Key="begun")
assert [found["UploadId"] for found in s3.list_multipart_uploads(Bucket="walk")["Uploads"]] == [upload["UploadId"]]
s3.abort_multipart_upload(Bucket="walk", Key="begun", UploadId=upload["UploadId"])
assert code_of(s3.list_parts, Bucket="walk", Key="begun", UploadId=upload["UploadId"]) == "NoSuchUpload"

# Lists, page by page, with keys that XML cannot hold as they are
odd = ["odd/a b", "odd/a+b", "odd/a%20b", "odd/ü&<>"]
for key in odd:
    s3.put_object(Bucket="walk", Key=key, Body=b"x")
for operation in ("list_objects", "list_objects_v2"):
    pages = list(s3.get_paginator(operation).paginate(Bucket="walk", Prefix="odd/", PaginationConfig={"PageSize": 1}))
    assert [found["Key"] for page in pages for found in page["Contents"]] == sorted(odd), pages
assert sorted(found.key for found in bucket.objects.filter(Prefix="odd/")) == sorted(odd)

# Versions
bucket.Versioning().enable()
for text in (b"1", b"2"):
    s3.put_object(Bucket="walk", Key="versioned", Body=text)
s3.delete_object(Bucket="walk", Key="versioned")
pages = list(
    s3.get_paginator("list_object_versions").paginate(
        Bucket="walk", Prefix="versioned", PaginationConfig={"PageSize": 1}
    )
)
versions = [found for page in pages for found in page.get("Versions", [])]
assert len(pages) == 3 and len(versions) == 2, pages
copied = s3.copy_object(
    Bucket="walk",
    Key="versioned",
    CopySource={"Bucket": "walk", "Key": "versioned", "VersionId": versions[1]["VersionId"]},
)
assert copied["CopySourceVersionId"] == versions[1]["VersionId"], copied
assert s3.get_object(Bucket="walk", Key="versioned")["Body"].read() == b"1"

# Presigned URLs: boto3 still signs them with Signature Version 2, which S3 refuses
url = s3.generate_presigned_url("get_object", Params={"Bucket": "walk", "Key": "versioned"})
try:
    urllib.request.urlopen(url)
    raise AssertionError("Signature Version 2 was allowed")
except urllib.error.HTTPError as error:
    assert b"Please use AWS4-HMAC-SHA256." in error.read()
signer = boto3.client("s3", config=Config(signature_version="s3v4"))
url = signer.generate_presigned_url("get_object", Params={"Bucket": "walk", "Key": "versioned"})
assert urllib.request.urlopen(url).read() == b"1"

# What a bucket holds, it holds; with all versions gone it goes
assert code_of(bucket.delete) == "BucketNotEmpty"
bucket.object_versions.delete()
bucket.delete()
s3.get_waiter("bucket_not_exists").wait(Bucket="walk")
print("done")
