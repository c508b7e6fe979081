"""Changing keys: new master keys wrap the data keys anew, new data keys seal the content anew."""

from collections.abc import Iterator
from uuid import UUID

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db import models, transaction
from django.views.decorators.debug import sensitive_variables

from samvern.apps.noekler.models import Datanoekkel
from samvern.apps.noekler.public import ErSlettet, Keys, create_key, unwrapped
from samvern.engine import clock, crypto
from samvern.engine.crypto import EncryptedText, Erased
from samvern.engine.lesing import system_fence

BATCH = 500


def rewrap_all(batch: int = BATCH) -> int:
    """Wrap every data key with the active master key; how many were changed.

    Afterwards older master keys can leave the ring, once the backups that need them are gone. May
    be stopped and run again; the content itself is not touched. Raises KanIkkeAapnes when a key
    does not open.
    """
    using = crypto.ring()
    changed = 0
    while True:
        with transaction.atomic():
            left = Datanoekkel.objects.filter(innpakket__isnull=False)
            left = left.exclude(hovednoekkel=using.active).order_by("pk").select_for_update()
            rows = list(left[:batch])
            for row in rows:
                row.hovednoekkel, row.innpakket = crypto.wrap(unwrapped(row), using)
            Datanoekkel.objects.bulk_update(rows, ["hovednoekkel", "innpakket"])
        if not rows:
            return changed
        changed += len(rows)


def rotate(subject: UUID, registry: Apps = installed) -> int:
    """Give a person a new data key and seal all content anew with it; how many rows were changed.

    The old key stays, marked as superseded, for readers and writers that are already under way;
    `forget_superseded` removes it. Raises ErSlettet, KanIkkeAapnes.
    """
    # Every row of the person, whoever asks: what is not seen here would be lost with the old key.
    with transaction.atomic(), system_fence():
        rows = list(_of(subject).select_for_update())
        if not rows:
            raise crypto.KanIkkeAapnes("Datanøkkelen finnes ikke.")
        if rows[-1].slettet is not None:
            raise ErSlettet
        create_key(subject, rows[-1].versjon + 1)
        Datanoekkel.objects.filter(pk=rows[-1].pk).update(avloest=clock.now())
        return _reseal(subject, registry)


def forget_superseded(subject: UUID, registry: Apps = installed) -> int:
    """Destroy a person's superseded keys, some time after `rotate`; how many there were.

    Content that a slow writer saved with an old key in between is sealed anew first.
    """
    with transaction.atomic(), system_fence():
        rows = list(_of(subject).select_for_update())
        _reseal(subject, registry)
        old = [row.pk for row in rows if row.avloest and row.innpakket is not None]
        return Datanoekkel.objects.filter(pk__in=old).update(innpakket=None)


def _of(subject: UUID) -> models.QuerySet[Datanoekkel]:
    return Datanoekkel.objects.filter(subjekt=subject).order_by("versjon")


def encrypted_models(
    registry: Apps = installed,
) -> Iterator[tuple[type[models.Model], list[EncryptedText]]]:
    """Give every model that has encrypted fields, with those fields."""
    for model in registry.get_models():
        columns = model._meta.local_fields  # noqa: SLF001 -- Django's public name
        fields = [column for column in columns if isinstance(column, EncryptedText)]
        if fields:
            yield model, fields


@sensitive_variables()
def _reseal(subject: UUID, registry: Apps) -> int:
    keys = Keys.writing([subject])
    changed = 0
    for model, fields in encrypted_models(registry):
        # The base manager hides no rows, whatever the model's own manager does.
        stored = model._base_manager  # noqa: SLF001 -- Django's public name
        for field in fields:
            chosen = stored.filter(**{field.subject: subject})
            rows = list(chosen.exclude(**{f"{field.name}__isnull": True}).select_for_update())
            for row in rows:
                text = keys.open(row, field.name)
                if not isinstance(text, Erased):
                    keys.seal(row, **{field.name: text})
            stored.bulk_update(rows, [field.name], batch_size=BATCH)
            changed += len(rows)
    return changed
