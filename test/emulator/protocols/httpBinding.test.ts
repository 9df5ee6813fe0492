import { expect } from "chai";
import { HttpBinding } from "../../../emulator/protocols/httpBinding.ts";
import { operationAt } from "../../../emulator/protocols/operationAt.ts";
import { requestUrl } from "../../../emulator/protocols/requestUrl.ts";
import { ServiceModel } from "../../../emulator/protocols/serviceModel.ts";

describe("The operation at a path", () => {
  const model = ServiceModel.load("lambda");
  const rows: readonly { readonly method: string; readonly path: string; readonly operation: string | undefined }[] = [
    { method: "POST", path: "/2015-03-31/functions", operation: "CreateFunction" },
    { method: "GET", path: "/2015-03-31/functions/", operation: "ListFunctions" },
    { method: "GET", path: "/2015-03-31/functions/f", operation: "GetFunction" },
    { method: "POST", path: "/2015-03-31/functions/f/invocations", operation: "Invoke" },
    { method: "DELETE", path: "/2015-03-31/functions/f/policy/s", operation: "RemovePermission" },
    { method: "GET", path: "/2017-03-31/tags/arn%3Aaws%3Alambda", operation: "ListTags" },
    { method: "PATCH", path: "/2015-03-31/functions/f", operation: undefined },
    { method: "GET", path: "/2015-03-31/functions/f/g/h/i", operation: undefined },
  ];
  for (const { method, path, operation } of rows) {
    it(`${method} ${path} is ${operation ?? "none"}`, () => {
      const request = { method, url: path, headers: {}, body: Buffer.alloc(0), sourceIp: "127.0.0.1" };
      expect(operationAt(model, model.operationNames(), request, requestUrl(request))).to.equal(operation);
    });
  }

  it("gives the values of its labels, decoded", () => {
    const labels = new HttpBinding({ method: "GET", requestUri: "/tags/{Resource}/x/{Key}" }).labelsOf(
      "/tags/a%3Ab/x/%E0%A4%A",
    );
    expect([...(labels ?? [])]).to.deep.equal([
      ["Resource", "a:b"],
      ["Key", "%E0%A4%A"],
    ]);
    expect(new HttpBinding({ method: "GET", requestUri: "/tags/{Resource}" }).labelsOf("/other/a")).to.equal(undefined);
  });
});
