"""Addresses of the message. They name no subject: an address bar can be read over a shoulder."""

from django.urls import path

from wizard.message import views

urlpatterns = [
    path("message/", views.message, name="message"),
    path("message/write/", views.write, name="message-write"),
    path("message/text/", views.text, name="message-text"),
    path("message/sent/", views.sent, name="message-sent"),
    path("message/<path:rest>", views.elsewhere),
]
