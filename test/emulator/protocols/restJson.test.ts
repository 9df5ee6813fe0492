import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import type { HttpRequest } from "../../../emulator/protocols/protocol.ts";
import { restJson } from "../../../emulator/protocols/restJson.ts";
import { ServiceModel } from "../../../emulator/protocols/serviceModel.ts";

const model = ServiceModel.load("lambda");

function request(method: string, url: string, headers: Record<string, string> = {}, body = ""): HttpRequest {
  return { method, url, headers, body: Buffer.from(body), sourceIp: "127.0.0.1" };
}

describe("REST JSON", () => {
  it("reads the path, the query, headers, and a body that is a blob", () => {
    const url = "/2015-03-31/functions/arn%3Aaws%3Amine/invocations?Qualifier=live";
    const headers = { "x-amz-invocation-type": "Event" };
    expect(restJson.parse(model, "Invoke", request("POST", url, headers, "{}"))).to.deep.equal({
      FunctionName: "arn:aws:mine",
      InvocationType: "Event",
      Qualifier: "live",
      Payload: Buffer.from("{}"),
    });
  });

  it("reads a body of JSON, and lists of the query", () => {
    const body = JSON.stringify({ Description: "x", Timeout: 3 });
    expect(
      restJson.parse(
        model,
        "UpdateFunctionConfiguration",
        request("PUT", "/2015-03-31/functions/mine/configuration", {}, body),
      ),
    ).to.deep.equal({ FunctionName: "mine", Description: "x", Timeout: 3 });
    expect(
      restJson.parse(model, "UntagResource", request("DELETE", "/2017-03-31/tags/arn?tagKeys=a&tagKeys=b")),
    ).to.deep.equal({ Resource: "arn", TagKeys: ["a", "b"] });
  });

  it("answers the status, headers and bytes that the output names", () => {
    const output = { StatusCode: 202, FunctionError: "Unhandled", Payload: Buffer.from("{}") };
    const { status, headers, body } = restJson.answer(model, "Invoke", output, "id");
    expect({ status, body }).to.deep.equal({ status: 202, body: Buffer.from("{}") });
    expect(headers).to.include({ "x-amz-function-error": "Unhandled", "x-amzn-requestid": "id" });
  });

  it("names an error in a header, and spells its message as the model does", () => {
    const error = new AwsError("ResourceNotFoundException", "no", { status: 404, members: { Type: "User" } });
    const { status, headers, body } = restJson.failure(model, error, "id");
    expect(status).to.equal(404);
    expect(headers).to.include({ "x-amzn-errortype": "ResourceNotFoundException" });
    expect(body).to.equal('{"Type":"User","Message":"no"}');
  });
});
