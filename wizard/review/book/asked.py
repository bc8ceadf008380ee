"""What the named conditions of templates mean, in words: how to say that one holds, and that it does not."""

from django.utils.translation import gettext_lazy

from wizard.core.flow import Words

# A condition that is no flag: how to say that it holds, and that it does not.
ASKED: dict[str, tuple[Words, Words]] = {
    "they": (gettext_lazy("a helper reads it"), gettext_lazy("the person reads it")),
    "step.short": (gettext_lazy("in the one-line form"), gettext_lazy("in the full form")),
    "at.assumed": (gettext_lazy("the country was skipped"), gettext_lazy("the country was chosen")),
    "at.region": (gettext_lazy("the region is known"), gettext_lazy("the region is not known")),
    "plan_first": (gettext_lazy("a safety plan is needed"), gettext_lazy("no safety plan is needed")),
    "silence_may_harm": (
        gettext_lazy("not answering could get somebody hurt"),
        gettext_lazy("nothing says that silence could hurt"),
    ),
    "near_and_angry": (
        gettext_lazy("the other person is near, or could see it"),
        gettext_lazy("the other person is not known to be near"),
    ),
    "police_recommended": (
        gettext_lazy("telling police is called a good idea"),
        gettext_lazy("police are only one choice"),
    ),
    "plan_for_a_skipped_question": (
        gettext_lazy("the safety plan is there for a skipped question only"),
        gettext_lazy("the safety plan has another reason"),
    ),
    "only_more_wanted": (
        gettext_lazy("more is wanted, and nothing else is threatened"),
        gettext_lazy("nothing more is wanted, or there is a threat too"),
    ),
    "parents_may_know": (
        gettext_lazy("under 18, and no parent or carer is the danger"),
        gettext_lazy("18 or older, or a parent or carer may be the danger"),
    ),
    "camera_in_a_call": (
        gettext_lazy("a stranger filmed them, and demands or threatens"),
        gettext_lazy("no stranger filmed them and presses them"),
    ),
    "unknown_holder": (gettext_lazy("nobody knows who did it"), gettext_lazy("it was said who did it, or skipped")),
    "other_is_known": (
        gettext_lazy("they have met whoever did it"),
        gettext_lazy("nothing says that they have met whoever did it"),
    ),
    "cannot_avoid_meeting": (
        gettext_lazy("whoever did it may be at home or close"),
        gettext_lazy("nothing says that whoever did it is at home or close"),
    ),
    "must_not_meet": (
        gettext_lazy("they could be asked to meet, and can stay away"),
        gettext_lazy("no meeting is known, or they cannot stay away"),
    ),
    "may_threaten_own_life": (
        gettext_lazy("more is wanted, or somebody they know threatens"),
        gettext_lazy("nothing more is wanted, and nobody they know threatens"),
    ),
    "silence_is_the_reason": (
        gettext_lazy("the safety plan is there before an order to be silent"),
        gettext_lazy("the safety plan is there for the phone"),
    ),
    "plan_for_school": (
        gettext_lazy("under 18, and it is somebody their age"),
        gettext_lazy("18 or older, or it is not somebody their age"),
    ),
    "carers_are_the_danger": (
        gettext_lazy("somebody who is paid to look after an adult at risk did it"),
        gettext_lazy("nobody who is paid to look after them did it"),
    ),
    "would_show": (
        gettext_lazy("whoever hid it may see what they do"),
        gettext_lazy("nothing says that whoever hid it is near"),
    ),
    "home_may_hide_it": (
        gettext_lazy("under 18, and whoever did it may live with them"),
        gettext_lazy("18 or older, or nothing says that it is somebody at home"),
    ),
    "their_choice": (
        gettext_lazy("an adult who decides for themself"),
        gettext_lazy("under 18, or an adult who cannot protect themself"),
    ),
    "not_their_school_or_work": (
        gettext_lazy("somebody in charge or on duty did it, or it reached school or work"),
        gettext_lazy("nobody in charge or on duty did it, and it did not reach school or work"),
    ),
    "something_is_there": (
        gettext_lazy("a film, a post, a profile or a fake is there already"),
        gettext_lazy("nothing says that a picture was filmed, sent or posted"),
    ),
    "contact_may_harm": (
        gettext_lazy("contact by a service could get somebody hurt"),
        gettext_lazy("nothing says that contact by a service could hurt"),
    ),
    "lawyer_before_police": (
        gettext_lazy("police could be a danger, or the other person is one of them"),
        gettext_lazy("nothing says that police could be a danger"),
    ),
    "sold_by_an_adult": (
        gettext_lazy("pictures of an adult are sold on a named site"),
        gettext_lazy("no site was named where an adult sells pictures"),
    ),
    "sold_under_18": (
        gettext_lazy("a site for selling was named, and somebody under 18 may be in the picture"),
        gettext_lazy("no site for selling was named, or it is a picture of an adult"),
    ),
    "long_ago_alone": (
        gettext_lazy("18 or older now, the picture of them is of a time before, and no step says so"),
        gettext_lazy("the picture is of now, or of somebody else, or another step says it"),
    ),
    "home_must_not_know": (
        gettext_lazy("home is the danger, or a child alone did not say that it is not"),
        gettext_lazy("nothing says that home is the danger"),
    ),
    "holds_a_post": (
        gettext_lazy("the other person is in charge, or is paid to help or guard"),
        gettext_lazy("the other person is not known to hold a post"),
    ),
    "child_in_danger_near": (
        gettext_lazy("under 18, and the danger is at home or holds a post"),
        gettext_lazy("18 or older, or the danger is not at home and holds no post"),
    ),
    "child_in_danger_twice": (
        gettext_lazy("under 18, the other person holds a post, and home is no way out"),
        gettext_lazy("18 or older, or there is a way out"),
    ),
    "two_children": (
        gettext_lazy("under 18, and another child of the family did it"),
        gettext_lazy("no other child of the family did it"),
    ),
    "nothing_is_deleted": (
        gettext_lazy("an adult passed on a picture of somebody under 18, or a worker may have to report"),
        gettext_lazy("nothing forbids to delete what was passed on"),
    ),
    "ability_left_open": (
        gettext_lazy("nobody said if this adult can protect themself"),
        gettext_lazy("it was said if they can protect themself, or they are under 18"),
    ),
    "court_could_help": (
        gettext_lazy("there is another person whom a judge could keep away"),
        gettext_lazy("there is nobody whom a judge could keep away"),
    ),
    "adult_decides": (
        gettext_lazy("an adult who protects themself"),
        gettext_lazy("under 18, or an adult who cannot protect themself"),
    ),
    "others_must_act": (
        gettext_lazy("under 13, an adult who cannot protect themself, or a worker may have to report"),
        gettext_lazy("what is done is theirs to say, or nobody has to report"),
    ),
    "own_work": (
        gettext_lazy("an adult asks, for themselves, with no pressure and nobody near who could harm them"),
        gettext_lazy("a helper asks, or somebody under 18 or in danger"),
    ),
    "named_places": (gettext_lazy("apps or sites were named"), gettext_lazy("no app or site was named")),
    "guided_places": (gettext_lazy("there are steps for a named app"), gettext_lazy("there are no steps for it")),
    "lines.has_night_line": (
        gettext_lazy("a line that takes everybody is known to be open all night"),
        gettext_lazy("no line that takes everybody is known to be open all night"),
    ),
    "parts": (gettext_lazy("asked for with all its parts"), gettext_lazy("asked for without its parts")),
    "more": (gettext_lazy("the step says more above"), gettext_lazy("the step says nothing above")),
    "for_worker": (gettext_lazy("in a step for workers"), gettext_lazy("not in a step for workers")),
    "brief": (gettext_lazy("without its note"), gettext_lazy("with its note")),
    "taps": (gettext_lazy("only to tap"), gettext_lazy("to tap or to read")),
}
