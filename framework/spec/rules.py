"""What may be wrong with the shape of a spec, whatever it means."""

from framework.diagnostics import Rule

UNKNOWN_KEY = Rule(
    "SPEC101",
    "unknown-key",
    """A mapping has a key that the spec language does not know.

    ## Why is this bad?
    A key that is silently ignored promises something that does not happen. The only open door
    are `x-...` keys, which are passed on to the OpenAPI and AsyncAPI documents.

    ## Example
    ```yaml
    email: {type: email, maxlength: 254}
    ```

    ## Use instead
    ```yaml
    email: {type: email, max_length: 254}
    ```
    """,
)
MISSING_KEY = Rule(
    "SPEC102",
    "missing-key",
    """A mapping lacks a key that it needs.

    ## Why is this bad?
    There is no default that would be right for everybody.

    ## Example
    ```yaml
    email_taken: {status: 409}
    ```

    ## Use instead
    ```yaml
    email_taken: {status: 409, title: E-mail address is already registered}
    ```
    """,
)
WRONG_TYPE = Rule(
    "SPEC103",
    "wrong-type",
    """A value is of another kind than its key asks for.

    ## Why is this bad?
    Values are never converted by guessing: `"404"` is text, 404 is a number.

    ## Example
    ```yaml
    email_taken: {status: "409", title: Taken}
    ```

    ## Use instead
    ```yaml
    email_taken: {status: 409, title: Taken}
    ```
    """,
)
WRONG_VALUE = Rule(
    "SPEC104",
    "wrong-value",
    """A value is none of those that its key allows.

    ## Why is this bad?
    The vocabulary of the language is closed, so that every word in a spec has an effect.

    ## Example
    ```yaml
    create_user: {method: Post, path: ""}
    ```

    ## Use instead
    ```yaml
    create_user: {method: POST, path: ""}
    ```
    """,
)
TYPE_SYNTAX = Rule(
    "SPEC105",
    "type-syntax",
    """A type expression cannot be read.

    ## Why is this bad?
    Types are names, `Model.Variant`, `list[T]`, `set[T]`, `dict[string, T]` and `T?`; there are
    no other expressions.

    ## Example
    ```yaml
    tags: "list[string"
    ```

    ## Use instead
    ```yaml
    tags: "list[string]"
    ```
    """,
)
DUPLICATE_NAME = Rule(
    "SPEC106",
    "duplicate-name",
    """Two declarations have the same name.

    ## Why is this bad?
    Files of one kind merge into one namespace, and models, enums and unions share one. Which of
    the two would win depends on nothing that a reader sees.

    ## Example
    ```yaml
    enums: {Role: {values: [admin]}}
    models: {Role: {fields: {id: int}}}
    ```

    ## Use instead
    ```yaml
    enums: {RoleName: {values: [admin]}}
    models: {Role: {fields: {id: int}}}
    ```
    """,
)
EMPTY_FILE = Rule(
    "SPEC107",
    "empty-file",
    """A file that must declare something is empty.

    ## Why is this bad?
    A router file without `rest`, or a `services.yml` without `services`, is a slip.

    ## Example
    ```yaml
    # specs/routers/backend/users.yaml
    ```

    ## Use instead
    ```yaml
    rest:
      handlers:
        list_users: {method: GET, path: "", response: "list[User.Read]"}
    ```
    """,
)
NO_SERVICES = Rule(
    "SPEC108",
    "no-services-file",
    """The project has no `services.yml`, or two of them.

    ## Why is this bad?
    It says which services exist; without it nothing can be composed.

    ## Example
    ```text
    services.yml and services.yaml stand side by side
    ```

    ## Use instead
    ```yaml
    version: 1
    services: [{name: backend, type: python-fastapi, exposes: [rest]}]
    ```
    """,
)
PLANNED = Rule(
    "SPEC109",
    "not-compiled-yet",
    """A value belongs to the spec language, and this version does not compile it.

    ## Why is this bad?
    Ignoring it would promise something that does not happen.

    ## Example
    ```yaml
    broker: {type: nats}
    ```

    ## Use instead
    ```yaml
    broker: {type: redis}
    ```
    """,
)
EXTENSION_VALUE = Rule(
    "SPEC120",
    "extension-not-json",
    """An `x-...` key holds infinity or not-a-number.

    ## Why is this bad?
    Extensions are passed on to the OpenAPI and AsyncAPI documents, which are JSON. JSON has no such
    numbers: no parser would read the document.

    ## Example
    ```yaml
    limit: {type: int, x-most: .inf}
    ```

    ## Use instead
    ```yaml
    limit: {type: int, x-most: unlimited}
    ```
    """,
)

RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    WRONG_VALUE,
    TYPE_SYNTAX,
    DUPLICATE_NAME,
    EMPTY_FILE,
    NO_SERVICES,
    PLANNED,
    EXTENSION_VALUE,
)
