"""What an import can lose: the codes of its report."""

from __future__ import annotations

from framework.diagnostics import Rule, Severity

_WARNING = Severity.WARNING

NO_DOCUMENT = Rule(
    "IMP001",
    "no-openapi-document",
    """Find documents that are not OpenAPI 3.0 or 3.1.

    ## Why is this bad?
    Nothing of them can be read: Swagger 2.0, for one, has other places for everything.

    ## Example
    ```yaml
    swagger: "2.0"
    ```

    ## Use instead
    ```yaml
    openapi: 3.0.3
    ```
    Swagger 2.0 is converted by `swagger2openapi`, for example.
    """,
)

RENAMED = Rule(
    "IMP002",
    "renamed",
    """Tell what goes by another name in the specs.

    ## Why is this bad?
    It is not: nothing changes on the wire. Names of models, operations and parameters of a path do
    not travel, and a field that is renamed keeps its name there as `alias`.

    ## Example
    ```yaml
    components: {schemas: {simple-user: {properties: {+1: {type: integer}}}}}
    ```

    ## Use instead
    ```yaml
    models: {SimpleUser: {fields: {plus_1: {type: int, alias: "+1"}}}}
    ```
    """,
    _WARNING,
)

MALFORMED = Rule(
    "IMP003",
    "malformed",
    """Find parts of a document that are not what OpenAPI has in their place.

    ## Why is this bad?
    What was meant can only be guessed, so the part is left out.

    ## Example
    ```yaml
    parameters: {name: limit}
    ```

    ## Use instead
    ```yaml
    parameters: [{name: limit, in: query, schema: {type: integer}}]
    ```
    """,
    _WARNING,
)

BAD_REFERENCE = Rule(
    "IMP004",
    "bad-reference",
    """Find references that leave the document, lead nowhere, or lead to themselves.

    ## Why is this bad?
    An import reads one file and nothing else: neither the network nor other files of the machine.

    ## Example
    ```yaml
    schema: {$ref: "https://example.org/user.json"}
    ```

    ## Use instead
    ```yaml
    schema: {$ref: "#/components/schemas/User"}
    ```
    A bundler (`redocly bundle`) makes one file of several.
    """,
    _WARNING,
)

NOT_SAID = Rule(
    "IMP005",
    "keyword-not-said",
    """Find keywords that the spec language has no counterpart for.

    ## Why is this bad?
    What the keyword says is lost: values that it refuses are accepted, what it tells is told
    nowhere.

    ## Example
    ```yaml
    type: object
    not: {required: [password]}
    ```

    ## Use instead
    Nothing, if the rest says enough; else check it in the controller.
    """,
    _WARNING,
)

WIDENED = Rule(
    "IMP006",
    "type-widened",
    """Find schemas that become a wider type, mostly `json`.

    ## Why is this bad?
    The compiler cannot check such values, and Python sees no type for them. A union of the language
    has models as members, each with a constant of its own in the same field.

    ## Example
    ```yaml
    oneOf: [{type: string}, {type: integer}]
    ```

    ## Use instead
    ```yaml
    oneOf: [{$ref: "#/components/schemas/Email"}, {$ref: "#/components/schemas/Phone"}]
    discriminator: {propertyName: kind}
    ```
    """,
    _WARNING,
)

BODY = Rule(
    "IMP007",
    "body-not-said",
    """Find bodies that the spec language cannot say, and what was done about their operations.

    ## Why is this bad?
    The operation is imported without that body, so it does not do what the document says.

    ## Example
    ```yaml
    requestBody: {content: {application/xml: {schema: {type: string}}}}
    ```

    ## Use instead
    ```yaml
    requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}
    ```
    """,
    _WARNING,
)

RESPONSE = Rule(
    "IMP008",
    "response-not-said",
    """Find responses beyond the one success and the listed errors of an operation.

    ## Why is this bad?
    An operation of the language succeeds in one way, and fails with errors of one status each.

    ## Example
    ```yaml
    responses: {"200": {description: Here.}, "202": {description: Later.}, default: {}}
    ```

    ## Use instead
    ```yaml
    responses: {"202": {description: Later.}, "404": {description: No such thing.}}
    ```
    """,
    _WARNING,
)

OPERATION = Rule(
    "IMP009",
    "operation-left-out",
    """Find operations, callbacks and webhooks that the spec language cannot say at all.

    ## Why is this bad?
    What is compiled of the specs does not have them.

    ## Example
    ```yaml
    paths: {"/files/{name}.{ending}": {get: {}}}
    ```

    ## Use instead
    ```yaml
    paths: {"/files/{name}": {get: {}}}
    ```
    """,
    _WARNING,
)

PARAMETER = Rule(
    "IMP010",
    "parameter-not-said",
    """Find parameters, and ways to write them, that the spec language cannot say.

    ## Why is this bad?
    The compiled operation takes no such parameter, or takes it spelt in another way.

    ## Example
    ```yaml
    parameters: [{name: filter, in: query, style: deepObject, schema: {type: object}}]
    ```

    ## Use instead
    ```yaml
    parameters: [{name: role, in: query, schema: {type: string}}]
    ```
    """,
    _WARNING,
)

SECURITY = Rule(
    "IMP011",
    "security-not-said",
    """Find security that the spec language cannot say.

    ## Why is this bad?
    The imported operations ask for no credentials: say who may call them before you expose them.

    ## Example
    ```yaml
    security: [{oauth: [read]}]
    ```

    ## Use instead
    The `auth` of a router.
    """,
    _WARNING,
)

REFUSED = Rule(
    "IMP012",
    "refused-by-the-language",
    """Find what could be said, and what a rule of the spec language then refuses.

    ## Why is this bad?
    The document contradicts itself there, or allows what compiles to nothing sound: an example that
    its own schema refuses, two paths that match the same request, a pattern that engines disagree
    about.

    ## Example
    ```yaml
    {type: integer, maximum: 5, example: 7}
    ```

    ## Use instead
    ```yaml
    {type: integer, maximum: 5, example: 3}
    ```
    The note names the rule; `framework explain` tells more about it.
    """,
    _WARNING,
)

RULES: tuple[Rule, ...] = (
    NO_DOCUMENT,
    RENAMED,
    MALFORMED,
    BAD_REFERENCE,
    NOT_SAID,
    WIDENED,
    BODY,
    RESPONSE,
    OPERATION,
    PARAMETER,
    SECURITY,
    REFUSED,
)
