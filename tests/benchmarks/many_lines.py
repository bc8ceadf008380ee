"""A directory that has grown: thousands of helplines in countries other than the home country."""

from itertools import cycle, islice

from resources.models import Channel as ChannelRow
from resources.models import Country
from resources.models import Helpline as HelplineRow


def add_lines(count: int, leave_out: str = "CA") -> None:
    """Adds so many helplines with one phone each, spread evenly over every country but `leave_out`.

    They are copies of a real line, so that they cost what a real line costs. Needs the facts to be loaded.
    """
    lands = Country.objects.exclude(pk=leave_out).order_by("pk").values_list("pk", flat=True)
    model = HelplineRow.objects.filter(channels__kind="phone").order_by("pk").values().first() or {}
    way = ChannelRow.objects.filter(helpline=model["slug"], kind="phone").values().first() or {}
    lines = [
        HelplineRow(**{**model, "slug": f"grown-{number}", "country": land, "regions": ["*"]})
        for number, land in enumerate(islice(cycle(lands), count))
    ]
    HelplineRow.objects.bulk_create(lines, batch_size=500)
    ways = [ChannelRow(**{**way, "key": f"{line.slug}/0", "helpline_id": line.slug}) for line in lines]
    ChannelRow.objects.bulk_create(ways, batch_size=500)
