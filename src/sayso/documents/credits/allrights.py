"""What claims all rights in a text, in one language or another, and is nobody's name."""

from __future__ import annotations

import re

#: What claims all rights, in one language or another.
ALL_RIGHTS = (
    r"all rights(?: reserved)?|riproduzione (?:riservata|vietata)|tutti i diritti(?: (?:sono )?riservati)?"
    r"|diritti riservati|tous (?:les )?droits(?: de reproduction)?(?: réservés)?|droits réservés|reproduction interdite"
    r"|alle rechte(?: vorbehalten)?|nachdruck verboten|(?:todos los )?derechos(?: reservados)?"
    r"|(?:todos os )?direitos(?: reservados)?|alle rechten(?: voorbehouden)?|wszelkie prawa zastrzeżone"
    r"|alla rättigheter(?: förbehållna)?|alle rettigh?eter(?: forbeholdt)?|alle rettigheder(?: forbeholdes)?"
    r"|všechna práva vyhrazena|všetky práva vyhradené|sva prava (?:pridržana|zadržana)|vse pravice pridržane"
    r"|minden jog fenntartva|toate drepturile rezervate|kaikki oikeudet pidätetään|(?:tüm|her) hakk[ıl]\w* saklıdır"
    r"|все права защищены|всі права захищені|haki zote zimehifadhiwa|hak cipta(?: dilindungi)?"
    r"|(?:جميع |كل |كافة )?(?:ال)?حقوق(?: (?:النشر|الطبع))?(?: محفوظة)?(?: لـ)?|تمامی حقوق محفوظ است|כל הזכויות שמורות"
    r"|सर्वाधिकार सुरक्षित|版权所有|版權所有|著作権|無断転載|저작권자"
)
#: What notices say where no name stands.
NO_OWNER = re.compile(rf"(?:copyright|{ALL_RIGHTS}|rights|reserved|the authors?|.*skip to\b.*)", re.IGNORECASE)
