import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { restJson } from "../../../emulator/protocols/restJson.ts";
import { ServiceModel } from "../../../emulator/protocols/serviceModel.ts";

describe("REST JSON", () => {
  const model = ServiceModel.load("lambda");
  const request = (method: string, url: string, body: string | Buffer = "", headers: Record<string, string> = {}) => ({
    method,
    url,
    headers,
    body: Buffer.from(body),
    sourceIp: "192.0.2.1",
  });

  it("reads members from the path, the query and a JSON body", () => {
    const url = "/2015-03-31/functions/f/policy?Qualifier=1";
    const body = JSON.stringify({ StatementId: "s", Action: "lambda:InvokeFunction", Principal: "s3.amazonaws.com" });
    expect(restJson.parse(model, "AddPermission", request("POST", url, body))).to.deep.equal({
      FunctionName: "f",
      Qualifier: "1",
      StatementId: "s",
      Action: "lambda:InvokeFunction",
      Principal: "s3.amazonaws.com",
    });
  });

  it("reads numbers and lists from the query, and headers", () => {
    const list = restJson.parse(model, "ListFunctions", request("GET", "/2015-03-31/functions?MaxItems=5"));
    expect(list).to.deep.equal({ MaxItems: 5 });
    const untag = request("DELETE", "/2017-03-31/tags/arn%3Ax?tagKeys=a&tagKeys=b");
    expect(restJson.parse(model, "UntagResource", untag)).to.deep.equal({ Resource: "arn:x", TagKeys: ["a", "b"] });
    const invoke = request("POST", "/2015-03-31/functions/f/invocations", "x", { "x-amz-log-type": "Tail" });
    expect(restJson.parse(model, "Invoke", invoke)).to.deep.equal({
      FunctionName: "f",
      LogType: "Tail",
      Payload: Buffer.from("x"),
    });
  });

  it("refuses a body that is no JSON", () => {
    const broken = request("PUT", "/2015-03-31/functions/f/configuration", "{");
    expect(() => restJson.parse(model, "UpdateFunctionConfiguration", broken)).to.throw(AwsError);
  });

  it("answers with status, headers and payload", () => {
    const output = { StatusCode: 202, FunctionError: "Unhandled", Payload: Buffer.from("{}") };
    expect(restJson.answer(model, "Invoke", output, "id")).to.deep.equal({
      status: 202,
      headers: { "content-type": "application/json", "x-amzn-requestid": "id", "X-Amz-Function-Error": "Unhandled" },
      body: "{}",
    });
  });

  it("names an error in a header, and spells its message as the model does", () => {
    const error = new AwsError("ResourceNotFoundException", "gone", { status: 404, members: { Type: "User" } });
    const { status, headers, body } = restJson.failure(model, error, "id");
    expect({ status, type: headers["x-amzn-errortype"] }).to.deep.equal({
      status: 404,
      type: "ResourceNotFoundException",
    });
    expect(JSON.parse(body)).to.deep.equal({ Type: "User", Message: "gone" });
  });
});
