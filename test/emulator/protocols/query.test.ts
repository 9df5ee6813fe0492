import { expect } from "chai";
import { AwsError } from "../../../emulator/awsError.ts";
import { query } from "../../../emulator/protocols/query.ts";
import { thrownBy } from "../../support/thrownBy.ts";
import { exampleModel } from "./exampleModel.ts";

const model = exampleModel("query");

function parse(form: string) {
  const body = Buffer.from(`Action=Echo&Version=2020-01-01${form && `&${form}`}`);
  return query.parse(model, "Echo", {
    method: "POST",
    url: "/",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body,
    sourceIp: "",
  });
}

describe("AWS Query, reading", () => {
  const accepted: { name: string; form: string; input: object }[] = [
    { name: "no parameters", form: "", input: {} },
    { name: "encoded text", form: "Text=a+b%26%E1%88%B4%3D", input: { Text: "a b&ሴ=" } },
    { name: "an empty text", form: "Text=", input: { Text: "" } },
    { name: "the first value of a name that is sent twice", form: "Text=a&Text=b", input: { Text: "a" } },
    { name: "booleans", form: "Flag=false", input: { Flag: false } },
    { name: "numbers", form: "Small=-7&Large=9007199254740991", input: { Small: -7, Large: 9007199254740991 } },
    { name: "numbers with a fraction", form: "Ratio=-1.5e-3", input: { Ratio: -0.0015 } },
    { name: "timestamps", form: "When=2020-01-02T03:04:05Z", input: { When: new Date("2020-01-02T03:04:05Z") } },
    { name: "blobs", form: "Bytes=AAH%2F", input: { Bytes: Buffer.from([0, 1, 255]) } },
    { name: "lists", form: "Names.member.1=a&Names.member.2=b", input: { Names: ["a", "b"] } },
    {
      name: "maps",
      form: "Pairs.entry.1.key=a&Pairs.entry.1.value=b&Pairs.entry.2.key=c&Pairs.entry.2.value=d",
      input: { Pairs: { a: "b", c: "d" } },
    },
    { name: "an empty list", form: "Names=", input: { Names: [] } },
    {
      name: "structures",
      form: "Inner.Text=a&Inner.Inner.Flag=true",
      input: { Inner: { Text: "a", Inner: { Flag: true } } },
    },
    {
      name: "lists of structures, under the name the model gives their items",
      form: "Items.item.1.Text=a&Items.item.2.Names.member.1=b",
      input: { Items: [{ Text: "a" }, { Names: ["b"] }] },
    },
  ];
  for (const { name, form, input } of accepted) {
    it(`takes ${name}`, () => expect(parse(form)).to.deep.equal(input));
  }

  const unknown = (name: string) => `Unknown parameter '${name}' in the request.`;
  const malformed = (name: string, text: string) => `The value '${text}' of parameter '${name}' is malformed.`;
  const refused: { name: string; form: string; code: string; message: string }[] = [
    { name: "an unknown parameter", form: "Nothing=1", code: "ValidationError", message: unknown("Nothing") },
    { name: "a parameter in another case", form: "text=1", code: "ValidationError", message: unknown("text") },
    { name: "__proto__", form: "__proto__=1", code: "ValidationError", message: unknown("__proto__") },
    {
      name: "__proto__ inside",
      form: "Inner.__proto__.Text=1",
      code: "ValidationError",
      message: unknown("Inner.__proto__.Text"),
    },
    {
      name: "a list with a gap",
      form: "Names.member.1=a&Names.member.3=b",
      code: "ValidationError",
      message: unknown("Names.member.3"),
    },
    {
      name: "a list under another name",
      form: "Items.member.1.Text=a",
      code: "ValidationError",
      message: unknown("Items.member.1.Text"),
    },
    {
      name: "a name of dots alone",
      form: `${".".repeat(1_000_000)}=1`,
      code: "ValidationError",
      message: unknown(".".repeat(1_000_000)),
    },
    { name: "a word for a boolean", form: "Flag=yes", code: "MalformedInput", message: malformed("Flag", "yes") },
    { name: "a word for a number", form: "Small=one", code: "MalformedInput", message: malformed("Small", "one") },
    { name: "a hexadecimal number", form: "Small=0x10", code: "MalformedInput", message: malformed("Small", "0x10") },
    { name: "no number for a fraction", form: "Ratio=NaN", code: "MalformedInput", message: malformed("Ratio", "NaN") },
    { name: "an empty number", form: "Small=", code: "MalformedInput", message: malformed("Small", "") },
    {
      name: "an endless number",
      form: `Small=${"9".repeat(400)}`,
      code: "MalformedInput",
      message: malformed("Small", "9".repeat(400)),
    },
    {
      name: "a word for a timestamp",
      form: "When=yesterday",
      code: "MalformedInput",
      message: malformed("When", "yesterday"),
    },
  ];
  for (const { name, form, code, message } of refused) {
    it(`refuses ${name}`, () => {
      const error = thrownBy(() => parse(form), AwsError);
      expect({ code: error.code, message: error.message, status: error.status }).to.deep.equal({
        code,
        message,
        status: 400,
      });
    });
  }

  it("reads a form with very many fields in good time", () => {
    const form = Array.from({ length: 20_000 }, (_, index) => `Items.item.${index + 1}.Text=a`).join("&");
    expect(parse(form).Items).to.have.length(20_000);
  }).timeout(2_000);
});

describe("AWS Query, writing", () => {
  it("writes each type as AWS does, and escapes what XML gives a meaning", () => {
    const output = {
      Text: `<&>"'ሴ\r\n`,
      Flag: false,
      Small: 0,
      When: new Date("2020-01-02T03:04:05.678Z"),
      Bytes: Buffer.from([0, 1, 255]),
      Names: ["a", ""],
      Pairs: { a: "b" },
      Items: [{ Text: "a" }, { Flag: true }],
      Surplus: "dropped",
    };
    expect(query.answer(model, "Echo", output, "id-1")).to.deep.equal({
      status: 200,
      headers: { "content-type": "text/xml", "x-amzn-requestid": "id-1" },
      body:
        '<EchoResponse xmlns="https://example.com/"><EchoResult>' +
        "<Text>&lt;&amp;&gt;&quot;&apos;ሴ&#xD;\n</Text><Flag>false</Flag><Small>0</Small><When>2020-01-02T03:04:05Z</When>" +
        "<Bytes>AAH/</Bytes><Names><member>a</member><member/></Names>" +
        "<Items><item><Text>a</Text></item><item><Flag>true</Flag></item></Items>" +
        "<Pairs><entry><key>a</key><value>b</value></entry></Pairs>" +
        "</EchoResult><ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata></EchoResponse>",
    });
  });

  const empties: { name: string; output: object; result: string }[] = [
    { name: "an empty list", output: { Names: [] }, result: "<EchoResult><Names/></EchoResult>" },
    { name: "an empty text", output: { Text: "" }, result: "<EchoResult><Text/></EchoResult>" },
    { name: "nothing at all", output: {}, result: "<EchoResult/>" },
  ];
  for (const { name, output, result } of empties) {
    it(`writes ${name}`, () => expect(query.answer(model, "Echo", output, "id-1").body).to.contain(result));
  }

  it("writes no character that XML cannot carry", () => {
    const { body } = query.answer(model, "Echo", { Text: "a\u0000b\u001Fc\uFFFEd\te😀" }, "id-1");
    expect(body).to.contain("<Text>a\uFFFDb\uFFFDc\uFFFDd\te😀</Text>");
  });

  it("writes an answer without a result for an operation without output", () => {
    expect(query.answer(model, "Silent", {}, "id-1").body).to.equal(
      '<SilentResponse xmlns="https://example.com/"><ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata></SilentResponse>',
    );
  });

  const failures: { name: string; error: AwsError; type: string }[] = [
    { name: "the client's fault", error: new AwsError("A", "<b>", { status: 404 }), type: "Sender" },
    { name: "the service's fault", error: new AwsError("A", "<b>", { status: 503 }), type: "Receiver" },
  ];
  for (const { name, error, type } of failures) {
    it(`writes an error that is ${name}`, () => {
      expect(query.failure(model, error, "id-1")).to.deep.equal({
        status: error.status,
        headers: { "content-type": "text/xml", "x-amzn-requestid": "id-1" },
        body: `<ErrorResponse xmlns="https://example.com/"><Error><Type>${type}</Type><Code>A</Code><Message>&lt;b&gt;</Message></Error><RequestId>id-1</RequestId></ErrorResponse>`,
      });
    });
  }
});
