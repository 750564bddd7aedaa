"""What may be wrong with a file before anybody asks what it means."""

from framework.diagnostics import Rule, Severity

UNREADABLE = Rule(
    "SPEC001",
    "unreadable-file",
    """A spec file cannot be read.

    ## Why is this bad?
    A file that is skipped would silently leave its models or routers out of the system.

    ## Example
    ```text
    specs/models.yaml is a directory, may not be read, or is larger than 8 MB
    ```

    ## Use instead
    ```text
    a regular file, readable by the user that runs the compiler, up to 8 MB
    ```
    """,
)
ENCODING = Rule(
    "SPEC002",
    "not-utf-8",
    """A spec file is not UTF-8, or holds characters that deceive the eye or the parser.

    ## Why is this bad?
    NUL, lone surrogates, unusual line separators and bidirectional controls make what a person
    reads differ from what a program reads.

    ## Example
    ```text
    a file saved as UTF-16, or a description with U+202E in it
    ```

    ## Use instead
    ```text
    UTF-8 (a byte order mark is tolerated) with ordinary line breaks
    ```
    """,
)
SYNTAX = Rule(
    "SPEC003",
    "yaml-syntax",
    """A spec file is not YAML.

    ## Why is this bad?
    Nothing of the file can be trusted, so nothing of it is compiled.

    ## Example
    ```yaml
    models: {User: {fields: {id: int}
    ```

    ## Use instead
    ```yaml
    models: {User: {fields: {id: int}}}
    ```
    """,
)
TOO_LARGE = Rule(
    "SPEC004",
    "too-large",
    """A spec file is nested too deeply, or holds too many nodes.

    ## Why is this bad?
    The bounds (64 levels, 200,000 nodes, names of 128 characters) are far above what people
    write; they stop a hostile file before it costs time or memory.

    ## Example
    ```yaml
    models: [[[[[[[[...]]]]]]]]
    ```

    ## Use instead
    ```yaml
    models: {User: {fields: {id: int}}}
    ```
    """,
)
DUPLICATE_KEY = Rule(
    "SPEC005",
    "duplicate-key",
    """A mapping has the same key twice.

    ## Why is this bad?
    YAML parsers silently keep the last one, so half of what is written would do nothing.

    ## Example
    ```yaml
    fields: {id: int, id: uuid}
    ```

    ## Use instead
    ```yaml
    fields: {id: uuid}
    ```
    """,
)
UNSUPPORTED = Rule(
    "SPEC006",
    "unsupported-yaml",
    """A file uses anchors, aliases, merge keys, tags, directives or several documents.

    ## Why is this bad?
    They make a place of the text mean something that is written elsewhere, which neither
    people nor diagnostics can follow.

    ## Example
    ```yaml
    base: &base {id: int}
    user: *base
    ```

    ## Use instead
    ```yaml
    models:
      Base: {mixin: true, fields: {id: int}}
      User: {mixins: [Base], fields: {name: string}}
    ```
    """,
)
KEY = Rule(
    "SPEC007",
    "key-not-text",
    """A key of a mapping is not text.

    ## Why is this bad?
    Every key of a spec is a word of the language or a name; YAML reads this one as a number, a
    boolean, null or a collection.

    ## Example
    ```yaml
    values: {true: Yes., 1: One.}
    ```

    ## Use instead
    ```yaml
    values: {"true": Yes., "1": One.}
    ```
    """,
)
AMBIGUOUS = Rule(
    "SPEC008",
    "ambiguous-scalar",
    """A plain value is a number for some YAML parsers and text for others.

    ## Why is this bad?
    YAML 1.1 reads `010` as 8 and `1:30` as 90. Here it stays text; a reader cannot know that.

    ## Example
    ```yaml
    default: 010
    ```

    ## Use instead
    ```yaml
    default: "010"
    ```
    """,
    Severity.WARNING,
)
MISPLACED = Rule(
    "SPEC009",
    "misplaced-file",
    """A file below `specs/` is none that the compiler reads.

    ## Why is this bad?
    A misnamed spec would silently be left out of the system.

    ## Example
    ```text
    specs/model/users.yaml
    ```

    ## Use instead
    ```text
    specs/models/users.yaml
    ```
    """,
)

RULES = (
    UNREADABLE,
    ENCODING,
    SYNTAX,
    TOO_LARGE,
    DUPLICATE_KEY,
    UNSUPPORTED,
    KEY,
    AMBIGUOUS,
    MISPLACED,
)
