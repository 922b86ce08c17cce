"""How the command line takes words it does not know, and options given twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperCommand, TyperGroup

from theodolite.model.errors import Misuse
from theodolite.model.nearness import do_you_mean

if TYPE_CHECKING:
    from typing import Any


class Commands(TyperGroup):
    """The commands; one that is not there is asked back with those that are close."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """As the base class, but Misuse for a command that is not there."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and self.get_command(ctx, name) is None:
            hint = do_you_mean(name, self.list_commands(ctx)) or "see `theodolite --help`"
            raise Misuse(f"no command {name[:40]!r}: {hint}")
        return super().resolve_command(ctx, args)


class Command(TyperCommand):
    """A command whose options of one value are given once: the last of two would win unsaid."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """As the base class, but Misuse for an option of one value that is given twice."""
        given = args[: args.index("--")] if "--" in args else args
        for option in self.params:
            if option.param_type_name != "option" or getattr(option, "multiple", False):
                continue
            if getattr(option, "is_flag", False):
                continue
            named = [w for w in given if any(w == o or w.startswith(f"{o}=") for o in option.opts)]
            if len(named) > 1:
                raise Misuse(f"{option.opts[0]} is given {len(named)} times: it takes one value")
        return super().parse_args(ctx, args)
